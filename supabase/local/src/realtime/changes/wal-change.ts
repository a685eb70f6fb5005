import type { ChangeEvent } from './binding.ts';

/** One row change as wal2json wrote it. `json` is its text, kept so that SQL can cast the values unharmed. */
export interface WalChange {
  json: string;
  event: ChangeEvent;
  schema: string;
  table: string;
  /** `YYYY-MM-DDTHH:MM:SS.mmmZ` */
  commitTimestamp: string;
  /** Names of the new row's columns that are in the log; long unchanged values are not. */
  columns: string[];
  /** Names of the old row's columns: the replica identity. */
  identity: string[];
}

interface Wal2Json {
  action: string;
  schema?: string;
  table?: string;
  timestamp?: string;
  columns?: { name: string }[];
  identity?: { name: string }[];
}

const events: Record<string, ChangeEvent> = { I: 'INSERT', U: 'UPDATE', D: 'DELETE' };

/** Reads one line of wal2json (format version 2); null when it is no row change. */
export function readWalChange(json: string): WalChange | null {
  const line = JSON.parse(json) as Wal2Json;
  const event = events[line.action];
  if (!event || line.schema === undefined || line.table === undefined) return null;
  return {
    json,
    event,
    schema: line.schema,
    table: line.table,
    commitTimestamp: utc(line.timestamp),
    columns: (line.columns ?? []).map((column) => column.name),
    identity: (line.identity ?? []).map((column) => column.name),
  };
}

function utc(text: string | undefined): string {
  const iso = (text ?? '').replace(' ', 'T').replace(/\+00$/, 'Z');
  const time = new Date(iso);
  return (Number.isNaN(time.getTime()) ? new Date() : time).toISOString();
}
