import type { Fact, LogicValue, Operator } from './types.ts';

const byType: Record<Fact['type'], readonly Operator[]> = {
  money: ['gte', 'lte', 'gt', 'lt', 'eq', 'ne', 'between'],
  number: ['gte', 'lte', 'gt', 'lt', 'eq', 'ne', 'between'],
  date: ['gte', 'lte', 'gt', 'lt', 'eq', 'ne', 'between'],
  boolean: ['yes', 'no'],
  choice: ['in', 'not_in', 'eq', 'ne'],
  list: ['has_any', 'has_none', 'has_only', 'has', 'has_not'],
};

/** What may be asked about a fact, the usual question first. */
export function operatorsOf(fact: Fact): readonly Operator[] {
  return byType[fact.type];
}

/** How many values an operator takes: none, one, two, or a list. */
export function arityOf(operator: Operator): 'none' | 'one' | 'two' | 'many' {
  if (operator === 'yes' || operator === 'no') return 'none';
  if (operator === 'between') return 'two';
  return ['in', 'not_in', 'has_any', 'has_none', 'has_only'].includes(operator) ? 'many' : 'one';
}

/** The value with which a condition begins, or that is left of another operator's value. */
export function valueFor(operator: Operator, before: LogicValue = null): LogicValue {
  const arity = arityOf(operator);
  const list = Array.isArray(before) ? before : before === null ? [] : [before];
  if (arity === 'none') return null;
  if (arity === 'two') return [list[0] ?? null, list[1] ?? null];
  return arity === 'many' ? list.filter((one) => one !== null) : (list[0] ?? null);
}
