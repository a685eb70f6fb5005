import pg from 'pg';
import type { Ports } from './ports.ts';

/**
 * Tells the database where the workflow engine listens and which key it wants, so that a new outbox message wakes it.
 * Safe to repeat.
 */
export async function connectWorkflows(adminUrl: string, ports: Ports, workflowKey: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(
      `insert into public.settings (key, value, description) values ($1, to_jsonb($2::text), $3)
       on conflict (key) do update set value = excluded.value`,
      [
        'workflow.outbox_webhook_url',
        `http://127.0.0.1:${ports.n8n}/webhook/linli-outbox`,
        'Where a new outbox message wakes the workflow engine',
      ],
    );
    const known = await client.query<{ id: string }>('select id from vault.secrets where name = $1', [
      'workflow_webhook_key',
    ]);
    const id = known.rows[0]?.id;
    if (id) await client.query('select vault.update_secret($1, $2)', [id, workflowKey]);
    else await client.query('select vault.create_secret($1, $2)', [workflowKey, 'workflow_webhook_key']);
  } finally {
    await client.end();
  }
}
