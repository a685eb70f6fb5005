import type { Column } from './types.ts';

/** What a new row's field begins with: the column's default where it is a plain value, else nothing. */
export function defaultValue(column: Column): unknown {
  const text = column.default;
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const literal = /^'((?:[^']|'')*)'::/.exec(text)?.[1]?.replaceAll("''", "'");
  if (literal === undefined) return undefined;
  if (column.kind === 'text' || column.kind === 'enum') return literal === '' ? undefined : literal;
  if (column.kind === 'json' || column.kind === 'integer' || column.kind === 'number') {
    try {
      return JSON.parse(literal) as unknown;
    } catch {
      return undefined;
    }
  }
  return undefined;
}
