// Writes n8n's credentials and workflows for one Supabase project into deploy/import (mode 0700; remove it after the
// import). Wants SUPABASE_URL, SUPABASE_SECRET_KEY and WORKFLOW_WEBHOOK_KEY.
import { fileURLToPath } from 'node:url';
import { renderWorkflows } from '../packages/launcher/src/n8n/render-workflows.ts';

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name}`);
  return value;
}

const folder = fileURLToPath(new URL('import', import.meta.url));
const { ids } = renderWorkflows(
  {
    supabaseUrl: setting('SUPABASE_URL'),
    serviceKey: setting('SUPABASE_SECRET_KEY'),
    webhookKey: setting('WORKFLOW_WEBHOOK_KEY'),
  },
  folder,
);
process.stdout.write(`${folder}\n${ids.join('\n')}\n`);
