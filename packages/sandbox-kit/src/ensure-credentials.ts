import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the credential set of an installation from `<dataDir>/credentials.json`, making it by `generate` on first use
 * (file mode 0600). Nothing is shared between installations.
 */
export function ensureCredentials<T>(dataDir: string, generate: () => T): T {
  const file = join(dataDir, 'credentials.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const credentials = generate();
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(credentials, null, 2), { mode: 0o600 });
  renameSync(draft, file);
  return credentials;
}
