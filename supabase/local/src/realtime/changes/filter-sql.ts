import { escapeIdentifier, escapeLiteral } from 'pg';
import { comparisons, patterns, type Filter } from './filter.ts';

/** The SQL condition of a filter on `<alias>.<column>`; `cast` is the column's type. */
export function filterSql(filter: Filter, alias: string, cast: string): string {
  const condition = conditionSql(filter, `${alias}.${escapeIdentifier(filter.column)}`, cast);
  return filter.negated ? `not (${condition})` : condition;
}

function conditionSql({ operator, values }: Filter, column: string, cast: string): string {
  const value = escapeLiteral(values[0] ?? '');
  switch (operator) {
    case 'in':
      return `${column} in (${values.map((item) => `${escapeLiteral(item)}::${cast}`).join(', ')})`;
    case 'is':
      return `${column} is ${(values[0] ?? 'null').toLowerCase()}`;
    case 'isdistinct':
      return `${column} is distinct from ${value}::${cast}`;
    case 'like':
    case 'ilike':
    case 'match':
    case 'imatch':
      return `${column}::text ${patterns[operator]} ${value}`;
    default:
      return `${column} ${comparisons[operator]} ${value}::${cast}`;
  }
}
