import { escapeLiteral, type Pool, type PoolClient } from 'pg';
import { isDatabaseUnavailable } from '../database/is-unavailable.ts';
import type { RoleSettings } from '../database/role-settings.ts';
import { sessionSettings, type RequestSession } from './session-settings.ts';

export interface CallerTransaction {
  pool: Pool;
  roleSettings: RoleSettings;
  session: RequestSession;
  readOnly?: boolean;
  /** Settings on top of the session's. */
  settings?: [string, string][];
  /** Ends with a rollback: to see whether something would be allowed. */
  dryRun?: boolean;
}

/** Runs `work` in one transaction as the caller's role, with the caller's claims visible to SQL. */
export async function asCaller<T>(
  { pool, roleSettings, session, readOnly, settings, dryRun }: CallerTransaction,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const assignments = [...sessionSettings(session, roleSettings), ...(settings ?? [])].map(
    ([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`,
  );
  const mode = readOnly ? 'read only' : 'read write';
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(`begin isolation level read committed ${mode}; select ${assignments.join(', ')}`);
    const result = await work(client);
    await client.query(dryRun ? 'rollback' : 'commit');
    return result;
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
