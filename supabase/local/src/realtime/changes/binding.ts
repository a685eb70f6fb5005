import { parseFilter, type Filter } from './filter.ts';

export type ChangeEvent = 'INSERT' | 'UPDATE' | 'DELETE';

/** A requested binding, understood. `table` may be `*`. */
export interface ParsedBinding {
  id: number;
  event: ChangeEvent | '*';
  schema: string;
  table: string;
  filters: Filter[];
  /** Columns asked for; null for all. */
  select: string[] | null;
}

const events = new Set(['*', 'INSERT', 'UPDATE', 'DELETE']);

/** Reads one requested binding. Throws an Error whose text goes to the client. */
export function parseBinding(id: number, request: Record<string, unknown>): ParsedBinding {
  const event = typeof request.event === 'string' ? request.event.toUpperCase() : '*';
  if (!events.has(event)) {
    throw new Error(`The event ${JSON.stringify(request.event)} is none of *, INSERT, UPDATE, DELETE`);
  }
  const schema = text(request.schema);
  const table = text(request.table);
  const filter = text(request.filter);
  const select = columns(request.select);
  if (select && (schema === null || table === null || table === '*')) {
    throw new Error('`select` requires an explicit `schema` and `table`');
  }
  if (filter !== null && (table ?? '*') === '*') throw new Error('`filter` requires an explicit `table`');
  return {
    id,
    event: event as ParsedBinding['event'],
    schema: schema ?? 'public',
    table: table ?? '*',
    filters: filter === null ? [] : parseFilter(filter),
    select,
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function columns(value: unknown): string[] | null {
  const list = typeof value === 'string' ? value.split(',').map((name) => name.trim()) : value;
  if (!Array.isArray(list)) return null;
  const names = list.filter((name): name is string => typeof name === 'string' && name !== '');
  return names.length === 0 || names.includes('*') ? null : names;
}
