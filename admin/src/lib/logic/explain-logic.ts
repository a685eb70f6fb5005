import type { Condition, LogicNode, Scalar } from './types.ts';

/** Whether a part holds for this data, as the database would answer; `undefined` where a raw part decides it. */
export function explainLogic(node: LogicNode, data: unknown): boolean | undefined {
  if (node.kind === 'raw') return undefined;
  if (node.kind === 'condition') return holds(node, factValue(data, node.path));
  const answers = node.parts.map((part) => explainLogic(part, data));
  const isDecided = node.join === 'and' ? answers.includes(false) : answers.includes(true);
  const answer =
    node.parts.length === 0
      ? true
      : isDecided
        ? node.join === 'or'
        : answers.includes(undefined)
          ? undefined
          : node.join === 'and';
  return answer === undefined ? undefined : answer !== node.negated;
}

/** The value of a fact in the data; `null` where there is none. */
export function factValue(data: unknown, path: string): unknown {
  let value = data;
  for (const part of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[part];
  return value ?? null;
}

function holds({ operator, value }: Condition, actual: unknown): boolean {
  const values = Array.isArray(value) ? value : [value];
  const [first = null, second = null] = values;
  const items: unknown[] = Array.isArray(actual) ? actual : [];
  const among = (one: unknown): boolean => values.includes(one as Scalar);
  switch (operator) {
    case 'yes':
      return Boolean(actual);
    case 'no':
      return !actual;
    case 'in':
      return among(actual);
    case 'not_in':
      return !among(actual);
    case 'has':
      return items.includes(first);
    case 'has_not':
      return !items.includes(first);
    case 'has_any':
      return items.some(among);
    case 'has_none':
      return !items.some(among);
    case 'has_only':
      return items.length > 0 && items.every(among);
    case 'between':
      return isAtMost(first, actual) && isAtMost(actual, second);
    case 'eq':
      return actual === first;
    case 'ne':
      return actual !== first;
    case 'lt':
      return isAtMost(actual, first) && actual !== first;
    case 'lte':
      return isAtMost(actual, first);
    case 'gt':
      return isAtMost(first, actual) && actual !== first;
    case 'gte':
      return isAtMost(first, actual);
  }
}

function isAtMost(left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left <= right;
  return typeof left === 'string' && typeof right === 'string' && left <= right;
}
