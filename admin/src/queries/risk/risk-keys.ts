/** Keys of everything about blocks and cases: a decision changes all of them. */
export const riskKeys = { all: ['risk'] as const };
