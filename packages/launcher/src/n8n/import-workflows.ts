import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { N8nOptions } from './n8n-options.ts';
import { publishedCount } from './published-count.ts';
import { renderWorkflows } from './render-workflows.ts';
import { runN8nCommand } from './run-n8n-command.ts';

/**
 * Brings credentials and workflows into n8n's database and publishes every workflow, before n8n starts. Does nothing
 * where the same rendering is there already and published: each n8n command takes seconds.
 * Answers the workflows' ids.
 */
export async function importWorkflows(
  options: N8nOptions,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<string[]> {
  const draft = join(options.dataDir, 'import');
  const marker = join(options.dataDir, 'imported');
  const rendered = renderWorkflows(options, draft);
  const seal = createHash('sha256')
    .update(`${env.N8N_ENCRYPTION_KEY}\n${folder}\n${rendered.text}`)
    .digest('hex');
  try {
    const same = existsSync(marker) && readFileSync(marker, 'utf8') === seal;
    if (same && (await publishedCount(options.database, rendered.ids, 'asked')) === rendered.ids.length)
      return rendered.ids;
    rmSync(marker, { force: true });
    const from = (command: string, path: string) => [command, '--separate', `--input=${path}`];
    const done = /Successfully imported/;
    await runN8nCommand(folder, env, from('import:credentials', rendered.credentialsFolder), done);
    await runN8nCommand(folder, env, from('import:workflow', rendered.workflowsFolder), done);
    const publish = (id: string) =>
      runN8nCommand(folder, env, ['publish:workflow', `--id=${id}`], /Publishing workflow/);
    await Promise.all(rendered.ids.map(publish));
    if ((await publishedCount(options.database, rendered.ids, 'asked')) !== rendered.ids.length)
      throw new Error('n8n did not publish all workflows');
    writeFileSync(marker, seal);
    return rendered.ids;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
