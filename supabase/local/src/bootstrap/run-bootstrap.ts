import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { databasePassword, type InstallationKeys } from '../keys/load-keys.ts';
import { describeSqlError } from '../database/describe-sql-error.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
/** Roles that log in with a password of their own. */
const LOGIN_ROLES = [
  'postgres',
  'authenticator',
  'supabase_auth_admin',
  'supabase_storage_admin',
  'supabase_functions_admin',
  'supabase_replication_admin',
  'supabase_read_only_user',
  'supabase_local_services',
];

/**
 * Brings the cluster to what a Supabase project starts with: roles, schemas, extensions, the tables of auth,
 * storage, realtime, vault and net. Every file may run again on a cluster that has it. Superuser only.
 */
export async function runBootstrap(adminUrl: string, keys: InstallationKeys): Promise<void> {
  const own = (await readdir(HERE)).filter((name) => name.endsWith('.sql')).sort();
  const before = own.filter((name) => name < '050');
  const after = own.filter((name) => name >= '050');
  const files = [
    ...before.map((name) => join(HERE, name)),
    join(HERE, '../auth/schema.sql'),
    join(HERE, '../realtime/schema.sql'),
    ...after.map((name) => join(HERE, name)),
  ];
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'bootstrap' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("set client_min_messages = 'warning'");
    for (const file of files) await runFile(client, file);
    for (const role of LOGIN_ROLES) {
      await client.query(`alter role ${role} password '${databasePassword(keys, role)}'`);
    }
  } finally {
    await client.end();
  }
}

async function runFile(client: pg.Client, file: string): Promise<void> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    await client.query(text);
  } catch (error) {
    throw new Error(`platform.bootstrap_failed: ${describeSqlError(error, file, text)}`, { cause: error });
  }
}
