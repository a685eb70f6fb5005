import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from 'bcryptjs';
import type { N8nOptions } from './n8n-options.ts';

/** The key of n8n's credentials and the owner's password as n8n wants it (bcrypt). */
export interface N8nKeys {
  encryptionKey: string;
  ownerPasswordHash: string;
}

/** Reads `<dataDir>/keys.json`, making the encryption key on first use (file mode 0600). */
export async function ensureN8nKeys(options: N8nOptions): Promise<N8nKeys> {
  const file = join(options.dataDir, 'keys.json');
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  if (!existsSync(file))
    writeFileSync(file, JSON.stringify({ encryptionKey: randomBytes(24).toString('hex') }), { mode: 0o600 });
  const { encryptionKey } = JSON.parse(readFileSync(file, 'utf8')) as { encryptionKey: string };
  return { encryptionKey, ownerPasswordHash: await hash(options.owner.password, 10) };
}
