/** Keys of everything about tickets: a command changes all of them. */
export const ticketKeys = { all: ['tickets'] as const };
