import { arityOf, operatorsOf } from './operators.ts';
import { canonicalLogic } from './canonical-logic.ts';
import type { Condition, Fact, Group, LogicNode, LogicValue, Operator, Scalar } from './types.ts';

/**
 * Reads a JsonLogic rule as the tree that the builder shows; the root is always a group. What is no question about a
 * known fact stays a raw part, so that writing the tree again gives the same rule in canonical form.
 */
export function parseLogic(rule: unknown, facts: readonly Fact[]): Group {
  const canonical = canonicalLogic(rule ?? true, facts);
  if (canonical === true) return { kind: 'group', join: 'and', negated: false, parts: [] };
  const node = parseNode(canonical, facts);
  return node.kind === 'group' ? node : { kind: 'group', join: 'and', negated: false, parts: [node] };
}

function parseNode(rule: unknown, facts: readonly Fact[]): LogicNode {
  return parseCondition(rule, facts) ?? parseGroup(rule, facts) ?? { kind: 'raw', rule };
}

function parseGroup(rule: unknown, facts: readonly Fact[]): Group | undefined {
  const negated = argumentsOf(rule, '!');
  if (negated !== undefined) {
    const inner = negated.length === 1 ? parseGroup(negated[0], facts) : undefined;
    return inner && !inner.negated ? { ...inner, negated: true } : undefined;
  }
  for (const join of ['and', 'or'] as const) {
    const parts = argumentsOf(rule, join);
    if (parts && parts.length > 1)
      return { kind: 'group', join, negated: false, parts: parts.map((part) => parseNode(part, facts)) };
  }
  return undefined;
}

const comparisons: [string, Operator][] = [
  ['==', 'eq'],
  ['!=', 'ne'],
  ['<', 'lt'],
  ['<=', 'lte'],
  ['>', 'gt'],
  ['>=', 'gte'],
];

function parseCondition(rule: unknown, facts: readonly Fact[]): Condition | undefined {
  const make = (node: unknown, operator: Operator, value: unknown): Condition | undefined => {
    const path = (node as { var?: unknown } | null)?.var;
    const fact = facts.find((one) => one.path === path);
    if (fact === undefined || !operatorsOf(fact).includes(operator) || !fits(fact, operator, value))
      return undefined;
    return { kind: 'condition', path: fact.path, operator, value: value as LogicValue };
  };
  const membership = (node: unknown, isIn: boolean): Condition | undefined => {
    const [left, right, ...more] = argumentsOf(node, 'in') ?? [];
    if (more.length > 0) return undefined;
    return Array.isArray(right)
      ? make(left, isIn ? 'in' : 'not_in', right)
      : make(right, isIn ? 'has' : 'has_not', left);
  };
  const negated = argumentsOf(rule, '!');
  if (negated?.length === 1) return make(negated[0], 'no', null) ?? membership(negated[0], false);
  for (const [name, operator] of [
    ['some', 'has_any'],
    ['none', 'has_none'],
    ['all', 'has_only'],
  ] as const) {
    const [list, each, ...more] = argumentsOf(rule, name) ?? [];
    const [item, values, ...rest] = argumentsOf(each, 'in') ?? [];
    if (more.length + rest.length === 0 && (item as { var?: unknown } | undefined)?.var === '')
      return make(list, operator, values);
  }
  for (const [name, operator] of comparisons) {
    const given = argumentsOf(rule, name);
    if (given?.length === 2) return make(given[0], operator, given[1]);
    if (given?.length === 3 && name === '<=') return make(given[1], 'between', [given[0], given[2]]);
  }
  return make(rule, 'yes', null) ?? membership(rule, true);
}

/** The arguments of this operation in canonical form; `undefined` for anything else. */
function argumentsOf(rule: unknown, operator: string): unknown[] | undefined {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return undefined;
  const keys = Object.keys(rule);
  const given = (rule as Record<string, unknown>)[operator];
  return keys.length === 1 && Array.isArray(given) ? given : undefined;
}

function fits(fact: Fact, operator: Operator, value: unknown): boolean {
  const one = (scalar: unknown): scalar is Scalar =>
    fact.type === 'money' || fact.type === 'number'
      ? typeof scalar === 'number'
      : fact.type === 'date'
        ? typeof scalar === 'string'
        : typeof scalar === 'string' || typeof scalar === 'number';
  switch (arityOf(operator)) {
    case 'none':
      return value === null;
    case 'one':
      return one(value);
    case 'two':
      return Array.isArray(value) && value.length === 2 && value.every(one);
    case 'many':
      return Array.isArray(value) && value.every(one);
  }
}
