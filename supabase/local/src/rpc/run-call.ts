import type { PoolClient, QueryResult } from 'pg';
import { isDatabaseUnavailable } from '../database/is-unavailable.ts';
import type { CallerTransaction } from '../rest/as-caller.ts';
import { sessionSettings } from '../rest/session-settings.ts';
import type { CallRow, CallSql } from './call-sql.ts';

/** Names prepared statements: equal texts share one, per connection. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known) return known;
    if (this.#names.size >= 500) return undefined;
    const name = `rpc_${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}

/**
 * Runs one call in one transaction as the caller's role. Begin, settings, call and commit go out in one packet: the
 * pool's connections pipeline. When one fails the server refuses the rest, and `commit` rolls back. Database errors are
 * thrown as they are.
 */
export async function runCall(
  { pool, roleSettings, session, readOnly, settings }: CallerTransaction,
  sql: CallSql,
  statements: StatementNames,
): Promise<CallRow> {
  const assignments = [...sessionSettings(session, roleSettings), ...(settings ?? [])];
  const client = await pool.connect();
  let broken = false;
  try {
    const [, , result] = await inOnePacket(client, () => [
      client.query(`begin isolation level read committed ${readOnly ? 'read only' : 'read write'}`),
      client.query({ name: `settings_${assignments.length}`, ...settingsSql(assignments) }),
      client.query<CallRow>({ name: statements.of(sql.text), ...sql }),
      client.query('commit'),
    ]);
    const row = result.rows[0];
    if (!row) throw new Error('platform.rpc_without_row');
    return row;
  } catch (error) {
    broken = isDatabaseUnavailable(error);
    throw error;
  } finally {
    client.release(broken);
  }
}

type Steps = [
  Promise<QueryResult>,
  Promise<QueryResult>,
  Promise<QueryResult<CallRow>>,
  Promise<QueryResult>,
];
type Results = [QueryResult, QueryResult, QueryResult<CallRow>, QueryResult];

/** Waits until every step has its answer; throws the first step's error. */
async function inOnePacket(client: PoolClient, steps: () => Steps): Promise<Results> {
  const { stream } = client.connection;
  stream.cork();
  let sent: Steps;
  try {
    sent = steps();
  } finally {
    stream.uncork();
  }
  await Promise.allSettled(sent);
  return Promise.all(sent);
}

/** One statement for each number of settings; the role comes first, as `sessionSettings` gives it. */
function settingsSql(assignments: [string, string][]): CallSql {
  const calls = assignments.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`);
  return { text: `select ${calls.join(', ')}`, values: assignments.flat() };
}
