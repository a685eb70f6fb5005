import type pg from 'pg';
import { benchId } from './bench-id.ts';
import { checkout } from './checkout.ts';

/** A statement of the floor: its values are texts cut at the ids that each order has of its own. */
interface Statement {
  name: string;
  text: string;
  values: ((string | number)[] | null)[];
}

/** What one checkout wrote, transaction by transaction, ready to be written again under other ids. */
export interface Recording {
  transactions: Statement[][];
  idCount: number;
}

interface Column {
  name: string;
  type: string;
  isKey: boolean;
}

interface TableWrite {
  table: string;
  inserted: number;
  updated: number;
}

/** What a session has counted is taken away after its transaction, so that the next one counts from zero. */
const flush = 'select pg_stat_force_next_flush()';

/** Makes a real checkout and keeps the rows that each of its transactions leaves behind. */
export async function record(client: pg.Client, buyer: number, basket: number): Promise<Recording> {
  const ids: string[] = [
    benchId('buyer', buyer),
    benchId('address', buyer),
    benchId('coupon', buyer),
    `bench-${String(buyer).padStart(8, '0')}`,
  ];
  await client.query(flush);
  const found: { write: TableWrite; columns: Column[]; rows: (string | null)[][] }[][] = [];
  await checkout(client, buyer, basket, async () => {
    await client.query('reset role');
    const { rows: writes } = await client.query<TableWrite>(
      `select relid::regclass::text as table, n_tup_ins::int as inserted, n_tup_upd::int as updated
       from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd > 0 order by 1`,
    );
    const transaction = [];
    for (const write of await parentsFirst(client, writes)) {
      const columns = await columnsOf(client, write.table);
      const { rows } = await client.query<(string | null)[]>({
        text: `select ${columns.map(({ name }) => `"${name}"::text`).join(', ')} from ${write.table}
               where xmin::text::bigint >= pg_current_xact_id()::text::bigint`,
        rowMode: 'array',
      });
      transaction.push({ write, columns, rows });
      if (write.inserted === 0) continue;
      const hasOwnKey = columns.filter(({ isKey }) => isKey).length === 1;
      for (const row of rows)
        columns.forEach(({ name, isKey, type }, index) => {
          const value = row[index];
          if (
            value &&
            ((isKey && type === 'uuid' && (hasOwnKey || name === 'id')) ||
              name === 'number' ||
              name === 'out_trade_no') &&
            !ids.includes(value)
          )
            ids.push(value);
        });
    }
    found.push(transaction);
    await client.query(flush);
  });
  return {
    idCount: ids.length,
    transactions: found.map((transaction, step) =>
      transaction.flatMap(({ write, columns, rows }) =>
        statements(`floor-${step}`, write, columns, rows, ids),
      ),
    ),
  };
}

/** Writes a recording again for another buyer, by prepared statements and nothing else. */
export async function replay(client: pg.Client, recording: Recording, buyer: number): Promise<void> {
  const own = [
    benchId('buyer', buyer),
    benchId('address', buyer),
    benchId('coupon', buyer),
    `bench-${String(buyer).padStart(8, '0')}`,
  ];
  const ids = Array.from({ length: recording.idCount }, (_, index) => own[index] ?? crypto.randomUUID());
  for (const transaction of recording.transactions) {
    await client.query('begin');
    for (const { name, text, values } of transaction)
      await client.query({
        name,
        text,
        values: values.map(
          (parts) => parts && parts.map((part) => (typeof part === 'number' ? ids[part] : part)).join(''),
        ),
      });
    await client.query('commit');
  }
}

async function parentsFirst(client: pg.Client, writes: TableWrite[]): Promise<TableWrite[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent
     from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const sorted: TableWrite[] = [];
  let left = writes;
  while (left.length > 0) {
    const names = new Set(left.map(({ table }) => table));
    const free = left.filter(
      ({ table }) => !rows.some(({ child, parent }) => child === table && names.has(parent)),
    );
    // Tables that name each other are written as they come.
    const next = free.length > 0 ? free : left;
    sorted.push(...next);
    left = left.filter((write) => !next.includes(write));
  }
  return sorted;
}

async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, a.atttypid::regtype::text as type, coalesce(a.attnum = any (k.conkey), false) as "isKey"
     from pg_attribute a
     left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and a.attidentity = '' order by a.attnum`,
    [table],
  );
  return rows;
}

function statements(
  prefix: string,
  { table, inserted }: TableWrite,
  columns: Column[],
  rows: (string | null)[][],
  ids: string[],
): Statement[] {
  if (rows.length === 0) return [];
  const cut = (value: string | null | undefined): (string | number)[] | null =>
    value == null ? null : cutAtIds(value, ids);
  // A row whose key belongs to no order is shared: the first order made it, every later one changes it.
  const keys = columns.flatMap(({ isKey }, index) => (isKey ? [index] : []));
  const isShared =
    keys.length > 0 && rows.every((row) => keys.every((key) => !ids.some((id) => row[key]?.includes(id))));
  if (inserted > 0 && !isShared) {
    const tuples = rows.map(
      (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
    );
    return [
      {
        name: `${prefix}-${table}-${rows.length}`,
        text: `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values ${tuples.join(', ')}`,
        values: rows.flatMap((row) => row.map(cut)),
      },
    ];
  }
  return rows.map((row) => ({
    name: `${prefix}-${table}`,
    text: `update ${table} set ${columns
      .map(({ name }, index) => `"${name}" = $${index + 1}`)
      .filter((_, index) => !columns[index]?.isKey)
      .join(', ')} where ${columns
      .map(({ name }, index) => `"${name}" = $${index + 1}`)
      .filter((_, index) => columns[index]?.isKey)
      .join(' and ')}`,
    values: row.map(cut),
  }));
}

/** The text in pieces: what stays, and the number of the id that goes in between. */
function cutAtIds(value: string, ids: string[]): (string | number)[] {
  for (const [index, id] of ids.entries()) {
    const at = value.indexOf(id);
    if (at < 0) continue;
    return [...cutAtIds(value.slice(0, at), ids), index, ...cutAtIds(value.slice(at + id.length), ids)];
  }
  return value === '' ? [] : [value];
}
