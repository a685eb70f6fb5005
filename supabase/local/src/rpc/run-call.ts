import { escapeLiteral, type Pool, type PoolClient } from 'pg';
import type { RoleSettings } from '../database/role-settings.ts';
import { isDatabaseUnavailable } from '../database/is-unavailable.ts';
import { sessionSettings, type RequestSession } from '../rest/session-settings.ts';
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

export interface CallRunner {
  pool: Pool;
  roleSettings: RoleSettings;
  statements: StatementNames;
}

/** Runs one call in one transaction as the caller's role. Database errors are thrown as they are. */
export async function runCall(
  runner: CallRunner,
  session: RequestSession,
  { readOnly, settings: own }: { readOnly: boolean; settings: [string, string][] },
  sql: CallSql,
): Promise<CallRow> {
  const settings = [...sessionSettings(session, runner.roleSettings), ...own];
  const assignments = settings.map(([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`);
  const mode = readOnly ? 'read only' : 'read write';
  const client = await runner.pool.connect();
  let broken = false;
  try {
    await client.query(`begin isolation level read committed ${mode}; select ${assignments.join(', ')}`);
    const result = await client.query<CallRow>({ name: runner.statements.of(sql.text), ...sql });
    await client.query('commit');
    const row = result.rows[0];
    if (!row) throw new Error('platform.rpc_without_row');
    return row;
  } catch (error) {
    broken = isDatabaseUnavailable(error) || !(await rolledBack(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}
