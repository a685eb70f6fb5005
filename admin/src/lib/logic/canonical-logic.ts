import type { Fact } from './types.ts';

/**
 * The same rule in the form that the builder writes: one argument of `!` in a list, `var` by its bare path, no group of
 * one part, and `== true` of a yes-or-no fact as the fact itself. Rules that mean the same mean the same after it.
 */
export function canonicalLogic(rule: unknown, facts: readonly Fact[]): unknown {
  if (Array.isArray(rule)) return rule.map((one) => canonicalLogic(one, facts));
  if (typeof rule !== 'object' || rule === null) return rule;
  const [entry, ...more] = Object.entries(rule);
  // An object with more keys is a value, not an operation.
  if (entry === undefined || more.length > 0) return rule;
  const [operator, given] = entry;
  const list: unknown[] = Array.isArray(given) ? given : [given];
  if (operator === 'var') return list.length === 1 ? { var: list[0] } : rule;
  const parts = list.map((one) => canonicalLogic(one, facts));
  if (operator === '!' && parts.length === 1) return { '!': parts };
  if ((operator === 'and' || operator === 'or') && parts.length === 1) return parts[0];
  const [left, right] = parts;
  if (operator === '==' && typeof right === 'boolean' && isYesOrNo(left, facts))
    return right ? left : { '!': [left] };
  return { [operator]: Array.isArray(given) ? parts : parts[0] };
}

function isYesOrNo(node: unknown, facts: readonly Fact[]): boolean {
  const path = typeof node === 'object' && node !== null ? (node as { var?: unknown }).var : undefined;
  return facts.some((fact) => fact.type === 'boolean' && fact.path === path);
}
