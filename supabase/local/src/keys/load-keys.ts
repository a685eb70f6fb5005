import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { PlatformKeys } from '../context.ts';

/** Everything secret of one installation; what `keys.json` holds. */
export interface InstallationKeys extends PlatformKeys {
  installationId: string;
  /** Root of the database roles' passwords, see `databasePassword`. */
  databaseSecret: string;
  /** Key that encrypts `vault.secrets`. */
  vaultKey: string;
}

const TEN_YEARS_SECONDS = 10 * 365 * 24 * 3600;

const opaqueKey = (kind: 'publishable' | 'secret'): string =>
  `sb_${kind}_${randomBytes(18).toString('base64url').replace(/_/g, '-')}_${randomBytes(4).toString('hex')}`;

async function legacyJwt(role: 'anon' | 'service_role', jwtSecret: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ role, ref: 'local' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('supabase')
    .setIssuedAt(now)
    .setExpirationTime(now + TEN_YEARS_SECONDS)
    .sign(new TextEncoder().encode(jwtSecret));
}

async function generateKeys(): Promise<InstallationKeys> {
  const jwtSecret = randomBytes(32).toString('hex');
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    installationId: randomUUID(),
    publishableKey: opaqueKey('publishable'),
    secretKey: opaqueKey('secret'),
    anonJwt: await legacyJwt('anon', jwtSecret),
    serviceJwt: await legacyJwt('service_role', jwtSecret),
    jwtSecret,
    signingJwk: { ...jwk, alg: 'ES256', use: 'sig', kid: randomUUID() } as InstallationKeys['signingJwk'],
    databaseSecret: randomBytes(32).toString('hex'),
    vaultKey: randomBytes(32).toString('hex'),
  };
}

/** Reads `<dataDir>/keys.json`, or makes it (mode 0600) on the first start. */
export async function loadKeys(dataDir: string): Promise<InstallationKeys> {
  const path = join(dataDir, 'keys.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as InstallationKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new Error(`platform.keys_unreadable: ${path}: ${(error as Error).message}`, { cause: error });
    }
  }
  await mkdir(dataDir, { recursive: true });
  const keys = await generateKeys();
  await writeFile(`${path}.new`, JSON.stringify(keys, null, 2), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return keys;
}

/** Password of one database role: URL-safe, derived from the installation's secret. */
export function databasePassword(keys: Pick<InstallationKeys, 'databaseSecret'>, role: string): string {
  return createHmac('sha256', keys.databaseSecret).update(role).digest('base64url');
}
