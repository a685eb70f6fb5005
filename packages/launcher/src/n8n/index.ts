export { ensureN8nDatabase } from './ensure-n8n-database.ts';
export { installN8n, isN8nInstalled } from './install-n8n.ts';
export type { N8nDatabase, N8nOptions } from './n8n-options.ts';
export { startN8n, type RunningN8n } from './start-n8n.ts';
