import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { diffSchemas, pushMigrations } from '../database/diff-schemas.ts';
import { readTypes } from '../database/generate-types.ts';
import { renderSchemas } from '../database/read-schemas.ts';
import { runScript, withScratchPlatform } from '../database/scratch-platform.ts';
import { plainUrl, supabaseCli } from '../database/supabase-cli.ts';
import { schemasDir, typesFile } from '../paths.ts';
import { pgTap } from './pg-tap.ts';
import { checks, type Suite } from './suite.ts';

/** Reference rows come with the schemas; a difference of structure does not show them. */
const referenceTables = [
  'order_transitions',
  'delivery_transitions',
  'payment_transitions',
  'refund_transitions',
  'reason_codes',
  'settings',
];

/** Migrations against schemas, lint, advisors, generated types and pgTAP, on databases of their own. */
export const databaseChecks: Suite = {
  name: 'database',
  run: () =>
    withScratchPlatform(async (platform) => {
      const { dbUrl } = platform;
      const structure = await checks('structure', [
        ['supabase db push applies all migrations to an empty database', () => pushMigrations(dbUrl)],
        ['migrations and schemas are equal', differenceIsEmpty],
        ['reference rows of migrations and schemas are equal', () => sameReferenceRows(dbUrl)],
        ['supabase db lint finds nothing', () => lint(dbUrl)],
        ['supabase db advisors find nothing', () => advise(dbUrl)],
        ['the committed row types are those of the database', () => sameTypes(dbUrl)],
      ]).run();
      const behaviour = await pgTap(dbUrl);
      return {
        passed: structure.passed + behaviour.passed,
        failed: structure.failed + behaviour.failed,
        skipped: 0,
        failures: [...structure.failures, ...behaviour.failures],
      };
    }),
};

async function differenceIsEmpty(): Promise<void> {
  const sql = await diffSchemas();
  if (sql !== '') throw new Error(`run npm run db:migration -- NAME; the difference is\n${sql}`);
}

async function sameReferenceRows(migratedUrl: string): Promise<void> {
  await withScratchPlatform(async (other) => {
    await runScript(other.dbUrl, await renderSchemas(schemasDir));
    for (const table of referenceTables) {
      const [a, b] = [await readRows(migratedUrl, table), await readRows(other.dbUrl, table)];
      if (a !== b) throw new Error(`rows of ${table} differ`);
    }
  });
}

async function readRows(url: string, table: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const answer = await client.query<{ rows: unknown }>(
      `select jsonb_agg(to_jsonb(t) - 'updated_at' order by to_jsonb(t) - 'updated_at') as rows from public.${table} t`,
    );
    return JSON.stringify(answer.rows[0]?.rows);
  } finally {
    await client.end();
  }
}

async function lint(dbUrl: string): Promise<void> {
  const answer = await supabaseCli([
    'db',
    'lint',
    `--remote=${plainUrl(dbUrl)}`,
    '--schema',
    'public,private',
    '--level',
    'warning',
    '--fail-on',
    'warning',
  ]);
  if (answer.exitCode !== 0 || answer.stdout.includes('"level"'))
    throw new Error(answer.stdout.slice(-3000) || answer.stderr.slice(-1000));
}

async function advise(dbUrl: string): Promise<void> {
  const answer = await supabaseCli(['db', 'advisors', `--remote=${plainUrl(dbUrl)}`]);
  if (answer.exitCode !== 0 || !`${answer.stdout}${answer.stderr}`.includes('No issues found')) {
    throw new Error(`${answer.stdout.slice(-3000)}${answer.stderr.slice(-500)}`);
  }
}

async function sameTypes(dbUrl: string): Promise<void> {
  if ((await readTypes(dbUrl)) !== (await readFile(typesFile, 'utf8')))
    throw new Error('run npm run db:types and commit');
}
