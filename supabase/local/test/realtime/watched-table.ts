import { randomUUID } from 'node:crypto';
import type { RealtimeChannel, RealtimePostgresChangesPayload, SupabaseClient } from '@supabase/supabase-js';
import { Inbox, joined, newTopic, systemMessages } from './clients.ts';
import { database } from './target.ts';

export interface Row {
  [column: string]: unknown;
}

export type Change = RealtimePostgresChangesPayload<Row> & { errors: string[] | null };

/** Makes a published table of its own with `definition` in the brackets; `%t` in `more` is its name. */
export async function createTable(definition: string, more = ''): Promise<string> {
  const table = `changes_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await database.query(
    `create table public.%t (${definition});
     grant all on public.%t to anon, authenticated, service_role;
     alter publication supabase_realtime add table public.%t;
     ${more}`.replaceAll('%t', table),
  );
  return table;
}

export interface Watch {
  table: string;
  event?: '*' | 'INSERT' | 'UPDATE' | 'DELETE';
  filter?: string;
  select?: string[];
}

/** Follows a table and returns once the server says that it does. */
export async function watch(
  client: SupabaseClient,
  { table, event = '*', filter, select }: Watch,
): Promise<{ changes: Inbox<Change>; channel: RealtimeChannel }> {
  const channel = client.channel(newTopic());
  const changes = listen(channel, { table, event, filter, select });
  const system = systemMessages(channel);
  await joined(channel);
  await system.find((message) => message.message === 'Subscribed to PostgreSQL');
  return { changes, channel };
}

/** Adds a binding to a channel that has not joined. */
export function listen(
  channel: RealtimeChannel,
  { table, event = '*', filter, select }: Watch,
): Inbox<Change> {
  const changes = new Inbox<Change>();
  const binding = {
    event,
    schema: 'public',
    table,
    ...(filter ? { filter } : {}),
    ...(select ? { select } : {}),
  };
  channel.on('postgres_changes', binding as { event: '*'; schema: string }, (change) =>
    changes.push(change as Change),
  );
  return changes;
}

/** Writes a last row and waits for it: what did not come before will not come. */
export async function fence(changes: Inbox<Change>, table: string, id = 999_999): Promise<Change[]> {
  await database.query(`insert into public.${table} (id) values ($1)`, [id]);
  await changes.find((change) => (change.new as Row).id === id, 'fence');
  return changes.all.filter((change) => (change.new as Row).id !== id);
}

/** The ids of rows, new or old, in the order they came. */
export function ids(changes: Change[]): unknown[] {
  return changes.map((change) => (change.new as Row).id ?? (change.old as Row).id);
}
