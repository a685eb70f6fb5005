import pg from 'pg';
import { renderSchemas } from '../../packages/launcher/src/database/read-schemas.ts';
import { runScript } from '../../packages/launcher/src/database/scratch-platform.ts';
import { schemasDir } from '../../packages/launcher/src/paths.ts';

export interface Wallet {
  /** Whose it is. */
  owner: string;
  /** Its ledger account. */
  account: string;
}

/** Loads the product's schemas and opens `count` empty wallets. */
export async function prepare(dbUrl: string, count: number): Promise<Wallet[]> {
  await runScript(dbUrl, await renderSchemas(schemasDir));
  // The platform's own minute would join in.
  await runScript(dbUrl, 'select cron.unschedule(jobname) from cron.job');
  const client = new pg.Client({ connectionString: dbUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<Wallet>(
      `insert into public.ledger_accounts (kind, owner_id, currency)
       select 'customer_wallet', gen_random_uuid(), 'CNY' from generate_series(1, $1::int)
       returning owner_id as owner, id as account`,
      [count],
    );
    return rows;
  } finally {
    await client.end();
  }
}
