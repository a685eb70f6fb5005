import { createHmac } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import pg from 'pg';
import { startTestPlatform, temporaryFolder, type TestPlatform } from './platform.ts';

/** A code that the Send-SMS hook was called with, and whether its signature held. */
export interface SentSms {
  phone: string;
  otp: string;
  isSigned: boolean;
}

export interface AuthPlatform extends TestPlatform {
  database: pg.Client;
  sent: SentSms[];
  /** Makes the hook refuse with this status until it is set to 200 again. */
  setHookStatus(status: number): void;
  /** A client of an app: publishable key, no storage. */
  client(options?: { flowType?: 'pkce' | 'implicit'; headers?: Record<string, string> }): SupabaseClient;
  /** A client with the secret key. */
  admin(): SupabaseClient;
}

const HOOK_KEY = Buffer.from('a key of tests, thirty-two bytes').toString('base64');

/**
 * Starts a platform without product migrations for tests of Auth: `config` is the text of `[auth]` and its tables.
 * A receiver in this process stands for the `send-sms` function.
 */
export async function startAuthPlatform(config: string): Promise<AuthPlatform> {
  const sent: SentSms[] = [];
  let hookStatus = 200;
  const hook = createServer(async (request, response) => {
    const body = await text(request);
    const content = `${request.headers['webhook-id']}.${request.headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', Buffer.from(HOOK_KEY, 'base64')).update(content).digest('base64');
    if (hookStatus === 200) {
      const { sms } = JSON.parse(body) as { sms: { otp: string; phone: string } };
      sent.push({ ...sms, isSigned: request.headers['webhook-signature'] === `v1,${signature}` });
    }
    response.writeHead(hookStatus, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/send-sms`;
  const folder = await temporaryFolder();
  const hookTable = `[auth.hook.send_sms]\nenabled = true\nuri = "${hookUrl}"\nsecrets = "v1,whsec_${HOOK_KEY}"\n`;
  await writeFile(join(folder, 'config.toml'), `${config}\n${hookTable}`);
  const platform = await startTestPlatform({ dataDir: join(folder, 'data'), supabaseDir: folder });
  const database = new pg.Client({ connectionString: platform.dbUrl });
  await database.connect();
  const auth = { autoRefreshToken: false, persistSession: false, detectSessionInUrl: false };
  return {
    ...platform,
    database,
    sent,
    setHookStatus: (status) => (hookStatus = status),
    client: ({ flowType = 'implicit', headers = {} } = {}) =>
      createClient(platform.url, platform.keys.publishableKey, {
        auth: { ...auth, flowType, storage: memory() },
        global: { headers },
      }),
    admin: () => createClient(platform.url, platform.keys.secretKey, { auth }),
    async stop() {
      await database.end();
      await platform.stop();
      await new Promise((resolve) => hook.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Storage of one client, so that a PKCE verifier is found again. */
function memory(): {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
} {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
