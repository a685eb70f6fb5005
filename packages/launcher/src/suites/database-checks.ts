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
  'ticket_transitions',
  'penalty_transitions',
  'invoice_transitions',
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

interface Finding {
  function: string;
  issues: { level: string; message: string; detail?: string; context?: string }[];
}

async function lint(dbUrl: string): Promise<void> {
  const { exitCode, stdout, stderr } = await supabaseCli([
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
  if (exitCode === 0 && !stdout.includes('"level"')) return;
  const list = /^\[.*^\]/ms.exec(stdout)?.[0];
  if (!list) throw new Error(`the linter gave ${exitCode}: ${stdout.slice(-1000)}${stderr.slice(-500)}`);
  const lines = (JSON.parse(list) as Finding[]).flatMap((finding) =>
    finding.issues.map((issue) =>
      [finding.function, issue.message, issue.detail, issue.context].filter(Boolean).join(' · '),
    ),
  );
  throw new Error(lines.join('\n'));
}

interface Advice {
  name: string;
  detail: string;
  metadata?: { schema?: string; name?: string };
}

/** A procedure that commits may not set a search path: that one advice is not meant for it. */
async function advise(dbUrl: string): Promise<void> {
  const { exitCode, stdout, stderr } = await supabaseCli(['db', 'advisors', `--remote=${plainUrl(dbUrl)}`]);
  if (`${stdout}${stderr}`.includes('No issues found')) return;
  const list = /^\[.*^\]/ms.exec(stdout)?.[0];
  if (!list) throw new Error(`the advisors gave ${exitCode}: ${stdout.slice(-1000)}${stderr.slice(-500)}`);
  const committing = await committingProcedures(dbUrl);
  const left = (JSON.parse(list) as Advice[]).filter(
    ({ name, metadata }) =>
      !(name === 'function_search_path_mutable' && committing.has(`${metadata?.schema}.${metadata?.name}`)),
  );
  if (left.length > 0) throw new Error(left.map(({ name, detail }) => `${name}: ${detail}`).join('\n'));
}

async function committingProcedures(dbUrl: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: dbUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select pronamespace::regnamespace || '.' || proname as name from pg_proc
       where prokind = 'p' and prosrc ~* '\\mcommit\\M'`,
    );
    return new Set(rows.map(({ name }) => name));
  } finally {
    await client.end();
  }
}

async function sameTypes(dbUrl: string): Promise<void> {
  if ((await readTypes(dbUrl)) !== (await readFile(typesFile, 'utf8')))
    throw new Error('run npm run db:types and commit');
}
