import type { PostgresType } from 'postgres';
import { FilterText } from './protect-values.ts';

const asIs = (value: unknown): unknown => value;

/** `2026-11-01 08:00:00.5+00` → `2026-11-01T08:00:00.5+00:00`, the way PostgreSQL's to_json writes it. */
function isoTimestamptz(text: string): string {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(:\d\d)?(:\d\d)?$/.exec(text);
  return parts ? `${parts[1]}T${parts[2]}${parts[3]}${parts[4] ?? ':00'}` : text;
}

const isoTimestamp = (text: string): string => text.replace(/^(\d{4,}-\d\d-\d\d) /, '$1T');

function numberOrText(text: string): number | string {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

function isJsonText(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const text = (oid: number, parse: (text: string) => unknown, serialize = asIs): PostgresType => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown) => (value instanceof FilterText ? value.text : serialize(value)),
  parse,
});

const json = (oid: number): PostgresType =>
  text(
    oid,
    (written) => JSON.parse(written) as unknown,
    (value) => (typeof value === 'string' && isJsonText(value) ? value : JSON.stringify(value)),
  );

/** How values travel between JSON and PostgreSQL so that rows look as PostgREST writes them. */
export const wireTypes: Record<string, PostgresType> = {
  bool: text(
    16,
    (value) => value === 't',
    (value) => (typeof value === 'string' ? value : value ? 't' : 'f'),
  ),
  bigint: text(20, Number, String),
  date: text(1082, asIs),
  time: text(1083, asIs),
  timetz: text(1266, asIs),
  numeric: text(1700, numberOrText, String),
  timestamptz: text(1184, isoTimestamptz),
  timestamp: text(1114, isoTimestamp),
  bytea: text(17, asIs, (value) =>
    typeof value === 'string' ? value : `\\x${Buffer.from(value as Uint8Array).toString('hex')}`,
  ),
  json: json(114),
  jsonb: json(3802),
};
