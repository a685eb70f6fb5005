import type { Tables } from '@linli/database';

type Rule = Tables<'rate_card_rules'>;

/** Splits a card's rules into the two that the simple form edits and the others, which keep their order. */
export function splitRules(rules: readonly Rule[]): {
  base: Rule | undefined;
  distance: Rule | undefined;
  others: Rule[];
} {
  const base = rules.find(({ kind }) => kind === 'base');
  const distance = rules.find(({ kind }) => kind === 'distance');
  return { base, distance, others: rules.filter((rule) => rule !== base && rule !== distance) };
}
