import type { AnyRow, Column, Filter, Sort } from './types.ts';

/** One condition of a Data API query: the parameter's name and its value. */
export type Condition = [name: string, value: string];

/** A value inside a list or a logic tree: quoted, so that commas and brackets stay text. */
export function quoted(value: unknown): string {
  return `"${String(value).replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;
}

function pattern(value: unknown): string {
  return String(value).replace(/[\\%_]/g, (mark) => `\\${mark}`);
}

/** A filter as conditions of the Data API; an empty value filters nothing. */
export function filterConditions(filter: Filter): Condition[] {
  const { column, operator, value } = filter;
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  switch (operator) {
    case 'null':
      return [[column, 'is.null']];
    case 'nnull':
      return [[column, 'not.is.null']];
    case 'in':
      return list.length === 0 ? [] : [[column, `in.(${list.map(quoted).join(',')})`]];
    case 'between':
      return [
        ...(list[0] ? [[column, `gte.${String(list[0])}`] as Condition] : []),
        ...(list[1] ? [[column, `lte.${String(list[1])}`] as Condition] : []),
      ];
    case 'contains':
    case 'startswith': {
      if (value === undefined || value === '') return [];
      const text = pattern(value);
      return [[column, `ilike.${operator === 'contains' ? `*${text}*` : `${text}*`}`]];
    }
    default: {
      if (value === undefined || value === null || value === '') return [];
      if (typeof value === 'boolean') return [[column, `${operator === 'ne' ? 'not.' : ''}is.${value}`]];
      return [[column, `${operator === 'ne' ? 'neq' : operator}.${String(value)}`]];
    }
  }
}

/** The columns that give rows their place: the wanted one, then the key, so that no two rows share a place. */
export function orderColumns(sort: Sort, primaryKey: readonly string[]): Sort[] {
  return [
    sort,
    ...primaryKey.filter((key) => key !== sort.column).map((column) => ({ column, order: sort.order })),
  ];
}

/** The `order` parameter; empty values come last either way. */
export function orderText(order: readonly Sort[]): string {
  return order.map((part) => `${part.column}.${part.order}.nullslast`).join(',');
}

/**
 * The `or` parameter that asks for the rows after the given one (keyset paging): later in the first column, or
 * equal there and later in the next, and so on. `undefined` when no row can come later.
 */
export function afterRow(order: readonly Sort[], row: AnyRow): string | undefined {
  const equal: string[] = [];
  const ways: string[] = [];
  for (const { column, order: direction } of order) {
    const value = row[column];
    const isEmpty = value === null || value === undefined;
    const later = isEmpty
      ? []
      : [`${column}.${direction === 'asc' ? 'gt' : 'lt'}.${quoted(value)}`, `${column}.is.null`];
    for (const way of later) ways.push(equal.length ? `and(${[...equal, way].join(',')})` : way);
    equal.push(isEmpty ? `${column}.is.null` : `${column}.eq.${quoted(value)}`);
  }
  return ways.length ? `(${ways.join(',')})` : undefined;
}

/** The operators that fit a column, the likeliest first. */
export function operatorsFor(column: Column): Filter['operator'][] {
  const empty: Filter['operator'][] = column.is_nullable ? ['null', 'nnull'] : [];
  if (column.kind === 'boolean') return ['eq', ...empty];
  if (column.references || column.kind === 'enum') return ['in', 'ne', ...empty];
  if (column.kind === 'text') return ['contains', 'eq', 'startswith', ...empty];
  if (['integer', 'number', 'datetime', 'date', 'time'].includes(column.kind))
    return ['between', 'eq', 'gte', 'lte', ...empty];
  return column.kind === 'uuid' ? ['eq', ...empty] : empty;
}
