import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets between our own parts, made once per installation. */
export interface WorldSecrets {
  /** Standard Webhooks secret between the auth server and `send-sms`. */
  smsHookSecret: string;
  /** What callers of our workflows' webhooks send as `x-linli-key`. */
  workflowKey: string;
  /** Password of n8n's database role. */
  n8nDatabasePassword: string;
  /** Password of n8n's owner account. */
  n8nOwnerPassword: string;
}

/** Reads `<dir>/secrets.json`, making it on first use (file mode 0600). */
export function ensureSecrets(dir: string): WorldSecrets {
  const file = join(dir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as WorldSecrets;
  mkdirSync(dir, { recursive: true });
  const secrets: WorldSecrets = {
    smsHookSecret: `v1,whsec_${randomBytes(32).toString('base64')}`,
    workflowKey: randomBytes(24).toString('base64url'),
    n8nDatabasePassword: randomBytes(24).toString('base64url'),
    n8nOwnerPassword: `Linli-${randomBytes(9).toString('base64url')}1`,
  };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
