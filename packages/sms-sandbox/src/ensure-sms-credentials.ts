import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An access key pair and the registered signature (签名) shown before every text. */
export interface SmsCredentials {
  accessKeyId: string;
  accessKeySecret: string;
  signName: string;
}

/** Reads this installation's pair from `<dataDir>/credentials.json`, making it on first use (file mode 0600). */
export function ensureSmsCredentials(dataDir: string): SmsCredentials {
  const file = join(dataDir, 'credentials.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SmsCredentials;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const credentials: SmsCredentials = {
    accessKeyId: `LTAI5t${randomBytes(9).toString('hex')}`,
    accessKeySecret: randomBytes(15).toString('hex'),
    signName: '邻里',
  };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(credentials, null, 2), { mode: 0o600 });
  renameSync(draft, file);
  return credentials;
}
