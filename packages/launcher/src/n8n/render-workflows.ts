import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowsFolder } from './n8n-folders.ts';
import type { N8nOptions } from './n8n-options.ts';

/** What is to be imported: two folders, the workflows' ids, and the text that tells one rendering from another. */
export interface RenderedWorkflows {
  credentialsFolder: string;
  workflowsFolder: string;
  ids: string[];
  text: string;
}

/**
 * Writes the workflow files, with `__SUPABASE_URL__` filled in, and the credentials that they name into `folder`
 * (mode 0700; remove it after the import: the credentials are in clear).
 */
export function renderWorkflows(
  options: Pick<N8nOptions, 'supabaseUrl' | 'serviceKey' | 'webhookKey'>,
  folder: string,
): RenderedWorkflows {
  rmSync(folder, { recursive: true, force: true });
  const credentialsFolder = join(folder, 'credentials');
  const target = join(folder, 'workflows');
  for (const one of [credentialsFolder, target]) mkdirSync(one, { recursive: true, mode: 0o700 });

  const credentials = [
    header('linliServiceKey1', 'Linli service key 服务密钥', 'apikey', options.serviceKey),
    header('linliWebhookKey1', 'Linli webhook key 回调密钥', 'x-linli-key', options.webhookKey),
  ];
  for (const one of credentials)
    writeFileSync(join(credentialsFolder, `${one.id}.json`), JSON.stringify(one), { mode: 0o600 });

  const names = readdirSync(workflowsFolder).filter((name) => name.endsWith('.json'));
  const texts = names.sort().map((name) => {
    const text = readFileSync(join(workflowsFolder, name), 'utf8').replaceAll(
      '__SUPABASE_URL__',
      options.supabaseUrl,
    );
    writeFileSync(join(target, name), text);
    return text;
  });
  const ids = texts.map((text) => (JSON.parse(text) as { id: string }).id);
  return { credentialsFolder, workflowsFolder: target, ids, text: JSON.stringify([credentials, texts]) };
}

function header(id: string, name: string, headerName: string, value: string) {
  return { id, name, type: 'httpHeaderAuth', data: { name: headerName, value } };
}
