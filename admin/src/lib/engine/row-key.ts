import type { AnyRow, Resource } from './types.ts';

/** The key of a row as `{column: value}`. */
export function rowKey(resource: Resource, row: AnyRow): Record<string, unknown> {
  return Object.fromEntries(resource.primary_key.map((column) => [column, row[column]]));
}

/** The key of a row as one text, for addresses and lists: values joined by `~`. */
export function rowId(resource: Resource, row: AnyRow): string {
  return resource.primary_key
    .map((column) => encodeURIComponent(String(row[column])).replaceAll('~', '%7E'))
    .join('~');
}

/** The key that such a text means. */
export function keyOfId(resource: Resource, id: string): Record<string, string> {
  const parts = id.split('~').map(decodeURIComponent);
  return Object.fromEntries(resource.primary_key.map((column, place) => [column, parts[place] ?? '']));
}
