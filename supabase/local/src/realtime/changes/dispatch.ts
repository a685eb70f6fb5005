import type { ClientBase } from 'pg';
import type { Logger } from 'pino';
import type { ParsedBinding } from './binding.ts';
import { loadTable, type Table } from './catalog.ts';
import { changeData, errorData, rowError } from './payload.ts';
import { readRow } from './row.ts';
import type { Subscriber } from './subscriber.ts';
import { fillUnlogged } from './unlogged.ts';
import { visibleTo } from './visibility.ts';
import type { WalChange } from './wal-change.ts';

interface Match {
  subscriber: Subscriber;
  binding: ParsedBinding;
}

/** Brings a batch of changes, in the order of the log, to the subscribers that may and want to see them. */
export async function dispatchChanges(
  client: ClientBase,
  log: Logger,
  changes: WalChange[],
  subscribers: Iterable<Subscriber>,
): Promise<void> {
  const everyone = [...subscribers];
  const tables = new Map<string, Table | null>();
  for (const change of changes) {
    const matches = matching(change, everyone);
    if (matches.length === 0) continue;
    const name = `${change.schema}.${change.table}`;
    let table = tables.get(name);
    if (table === undefined) {
      table = await loadTable(client, change.schema, change.table);
      tables.set(name, table);
    }
    if (!table) continue;
    try {
      await dispatchChange(client, change, table, matches);
    } catch (error) {
      if ((error as { code?: string }).code === undefined) throw error;
      log.warn({ err: (error as Error).message, table: name }, 'change not told');
    }
  }
}

function matching(change: WalChange, subscribers: Subscriber[]): Match[] {
  return subscribers.flatMap((subscriber) =>
    subscriber.bindings
      .filter(
        ({ event, schema, table }) =>
          (event === '*' || event === change.event) &&
          schema === change.schema &&
          (table === '*' || table === change.table),
      )
      .map((binding) => ({ subscriber, binding })),
  );
}

async function dispatchChange(
  client: ClientBase,
  change: WalChange,
  table: Table,
  matches: Match[],
): Promise<void> {
  const told: Match[] = [];
  for (const match of matches) {
    const error = rowError(change, table, match.subscriber.identity.role);
    if (error === null) told.push(match);
    else match.subscriber.send(frame([match.binding.id], errorData(change, error)));
  }
  if (told.length === 0) return;
  const row = await readRow(
    client,
    change,
    table,
    told.map(({ binding }) => binding.filters),
  );
  let wanted = told.filter((_, index) => row.passed[index] === true);
  if (table.hasRls && change.event !== 'DELETE') {
    const askers = oneEach(wanted.map(({ subscriber }) => subscriber));
    const visible = await visibleTo(client, table, row.key, [...askers.values()]);
    const seeing = new Set([...visible].map((subscriber) => subscriber.identityKey));
    wanted = wanted.filter(({ subscriber }) => seeing.has(subscriber.identityKey));
  }
  if (wanted.length === 0) return;
  await fillUnlogged(client, change, table, row);
  for (const { subscriber, select, ids } of grouped(wanted)) {
    subscriber.send(frame(ids, changeData(change, table, row, subscriber.identity.role, select)));
  }
}

/** Row level security is asked once for each identity, however many sockets it has. */
function oneEach(subscribers: Subscriber[]): Map<string, Subscriber> {
  return new Map(subscribers.map((subscriber) => [subscriber.identityKey, subscriber]));
}

/** One frame for each subscriber; a second only when two of its bindings select different columns. */
function grouped(matches: Match[]) {
  const groups = new Map<
    Subscriber,
    Map<string, { subscriber: Subscriber; select: string[] | null; ids: number[] }>
  >();
  for (const { subscriber, binding } of matches) {
    const bySelect = groups.get(subscriber) ?? new Map();
    groups.set(subscriber, bySelect);
    const key = JSON.stringify(binding.select);
    const group = bySelect.get(key) ?? { subscriber, select: binding.select, ids: [] };
    group.ids.push(binding.id);
    bySelect.set(key, group);
  }
  return [...groups.values()].flatMap((bySelect) => [...bySelect.values()]);
}

function frame(ids: number[], data: object): string {
  return JSON.stringify({ ids, data });
}
