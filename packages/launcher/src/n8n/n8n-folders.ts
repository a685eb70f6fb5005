import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** Folder of the workflow files. */
export const workflowsFolder = join(repository, 'workflows');

/** Folder of the package files from which n8n is installed. */
export const hostFolder = join(workflowsFolder, 'n8n-host');

/**
 * Where n8n is installed on this machine: `<cache>/linli/n8n-<first 16 of the lock file's SHA-256>`, shared by all
 * clones of one user. `XDG_CACHE_HOME` moves the cache.
 */
export function n8nFolder(): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(hostFolder, 'package-lock.json')))
    .digest('hex');
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'linli', `n8n-${hash.slice(0, 16)}`);
}
