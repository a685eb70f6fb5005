import type { Field } from './screen-model.ts';
import type { AnyRow } from './types.ts';

/** What a form has to write: columns of the row, and custom fields by their keys. */
export type Changes = { row: AnyRow; custom: AnyRow };

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** The columns that a person changed and may write. `before` is undefined for a new row: then empty ones are left out. */
export function changedValues(fields: readonly Field[], before: AnyRow | undefined, after: AnyRow): Changes {
  const changes: Changes = { row: {}, custom: {} };
  for (const { column, mayInsert, mayUpdate } of fields) {
    const { name } = column;
    const raw = after[name];
    const value = raw === '' && (column.is_nullable || column.kind !== 'text') ? null : raw;
    if (
      before === undefined
        ? !mayInsert || value === undefined || value === null
        : !mayUpdate || same(before[name], value)
    ) {
      continue;
    }
    if (name.startsWith('custom.')) changes.custom[name.slice('custom.'.length)] = value ?? null;
    else changes.row[name] = value ?? null;
  }
  return changes;
}
