import type { Definition } from './types.ts';

/** The definition with every mention of a column that a migration renamed. */
export function renameColumn(definition: Definition, from: string, to: string): Definition {
  const rename = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return value === from && (key === 'column' || key === 'columns') ? to : value;
    if (Array.isArray(value)) return value.map((one) => rename(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rename(part, name)]));
  };
  return rename(definition, '') as Definition;
}
