import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pushMigrations } from '../../src/database/diff-schemas.ts';
import { runScript, withScratchPlatform } from '../../src/database/scratch-platform.ts';
import { supabaseDir } from '../../src/paths.ts';

/** What a call came to: the first column of its first row, or the key of its refusal. */
export interface Outcome {
  value?: unknown;
  error?: string;
}

/** A transaction that stays open until it is told to commit. */
export interface OpenCall {
  outcome: Outcome;
  commit(): Promise<void>;
}

export interface Town {
  /** One statement as a person of the town, in a transaction of its own, as the Data API does it. */
  as(person: string, sql: string, ...values: unknown[]): Promise<Outcome>;
  /** The same for a call that must not be refused: its value. */
  must<T>(person: string, sql: string, ...values: unknown[]): Promise<T>;
  /** The same, with the transaction left open. */
  open(person: string, sql: string, ...values: unknown[]): Promise<OpenCall>;
  /** One value, read as the owner of the database. */
  read<T>(sql: string, ...values: unknown[]): Promise<T>;
  /** Returns when `count` calls wait for a lock. */
  untilWaiting(count: number): Promise<void>;
}

/** Makes the small town of the pgTAP files on a platform of its own, runs `work` in it and removes it. */
export async function withTown(work: (town: Town) => Promise<void>): Promise<void> {
  await withScratchPlatform(async ({ dbUrl }) => {
    await pushMigrations(dbUrl);
    await runScript(dbUrl, await readFile(join(supabaseDir, 'tests/support.sql'), 'utf8'));
    // The platform's own minute and dispatcher would join in.
    await runScript(dbUrl, `select cron.unschedule(jobname) from cron.job; delete from vault.secrets`);
    await runScript(dbUrl, 'select tests.make_town()');
    const pool = new pg.Pool({
      connectionString: dbUrl,
      max: 60,
      connectionTimeoutMillis: 30_000,
      statement_timeout: 60_000,
    });
    // pool.end() does not wait for the server's last word, which is an error when the cluster stops right after.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    const open = new Set<OpenCall>();
    try {
      await work(townOn(pool, open));
    } finally {
      // What a failed test left open would hold its locks.
      await Promise.all([...open].map((call) => call.commit()));
      await pool.end();
    }
  });
}

function townOn(pool: pg.Pool, open: Set<OpenCall>): Town {
  const start = async (person: string, sql: string, values: unknown[]): Promise<OpenCall> => {
    const client = await pool.connect();
    let outcome: Outcome;
    try {
      await client.query('begin');
      await client.query('select tests.act_as($1)', [person]);
      const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
      outcome = { value: (rows as unknown[][])[0]?.[0] };
    } catch (error) {
      outcome = { error: (error as Error).message };
    }
    const call: OpenCall = {
      outcome,
      async commit() {
        open.delete(call);
        try {
          await client.query(outcome.error ? 'rollback' : 'commit');
        } finally {
          client.release();
        }
      },
    };
    open.add(call);
    return call;
  };
  const read = async <T>(sql: string, ...values: unknown[]): Promise<T> => {
    const { rows } = await pool.query({ text: sql, values, rowMode: 'array' });
    return (rows as unknown[][])[0]?.[0] as T;
  };
  const as = async (person: string, sql: string, ...values: unknown[]): Promise<Outcome> => {
    const call = await start(person, sql, values);
    await call.commit();
    return call.outcome;
  };
  return {
    read,
    as,
    async must<T>(person: string, sql: string, ...values: unknown[]): Promise<T> {
      const { value, error } = await as(person, sql, ...values);
      if (error) throw new Error(`${person} is refused with ${error}: ${sql}`);
      return value as T;
    },
    async open(person, sql, ...values) {
      const call = await start(person, sql, values);
      if (!call.outcome.error) return call;
      await call.commit();
      throw new Error(`${person} is refused with ${call.outcome.error}: ${sql}`);
    },
    async untilWaiting(count) {
      for (let tries = 0; tries < 200; tries += 1) {
        const waiting = await read<string>(
          `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if (Number(waiting) >= count) return;
        await sleep(25);
      }
      throw new Error(`${count} calls should wait for a lock and do not`);
    },
  };
}

/** How often each refusal came, with `done` for calls that were not refused. */
export function tally(outcomes: Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { error = 'done' } of outcomes) counts[error] = (counts[error] ?? 0) + 1;
  return counts;
}
