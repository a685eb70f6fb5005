import pg from 'pg';
import type { N8nDatabase } from './n8n-options.ts';

const timeoutMs = 10_000;

/**
 * How many of the workflows are published in n8n's tables: `asked` counts those that are to be published, `live` those
 * whose published version is the one that runs (n8n brings that about some time after it started). 0 while n8n has no
 * tables.
 */
export async function publishedCount(
  database: N8nDatabase,
  ids: readonly string[],
  stage: 'asked' | 'live',
): Promise<number> {
  const { schema, ...connection } = database;
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: timeoutMs });
  await client.connect();
  try {
    const name = client.escapeIdentifier(schema);
    const known = await client.query<{ yes: boolean }>('select to_regclass($1) is not null as yes', [
      `${name}.workflow_published_version`,
    ]);
    if (!known.rows[0]?.yes) return 0;
    const live = `and exists (select from ${name}.workflow_published_version p
      where p."workflowId" = w.id and p."publishedVersionId" = w."activeVersionId")`;
    const rows = await client.query(
      `select from ${name}.workflow_entity w
       where id = any($1) and active and "activeVersionId" is not null ${stage === 'live' ? live : ''}`,
      [ids],
    );
    return rows.rowCount ?? 0;
  } finally {
    await client.end();
  }
}
