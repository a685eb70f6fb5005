import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { createClient } from '@supabase/supabase-js';
import { startSmsSandbox } from '@linli/sms-sandbox';
import { startTestPlatform, temporaryFolder } from './support/platform.ts';

it('signs in by phone through the send-sms function and the carrier', async () => {
  const folder = await temporaryFolder();
  const sandbox = await startSmsSandbox({ dataDir: join(folder, 'sms'), port: 0 });
  const { accessKeyId, accessKeySecret, signName } = sandbox.credentials;
  const platform = await startTestPlatform({
    dataDir: join(folder, 'data'),
    functionEnv: {
      ALIYUN_SMS_BASE_URL: sandbox.url,
      ALIYUN_ACCESS_KEY_ID: accessKeyId,
      ALIYUN_ACCESS_KEY_SECRET: accessKeySecret,
      ALIYUN_SMS_SIGN_NAME: signName,
    },
  });
  try {
    const client = createClient(platform.url, platform.keys.publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    const asked = await client.auth.signInWithOtp({ phone: '+8613812345678' });
    const log = async () => readFile(join(folder, 'data/logs/functions/send-sms.log'), 'utf8');
    assert.equal(asked.error, null, asked.error === null ? '' : `${asked.error.message}\n${await log()}`);
    const inbox = (await (
      await fetch(`${sandbox.url}/sandbox/messages?phone=13812345678`)
    ).json()) as unknown;
    const code = /\b(\d{6})\b/.exec(JSON.stringify(inbox))?.[1] ?? '';
    const verified = await client.auth.verifyOtp({ phone: '+8613812345678', token: code, type: 'sms' });
    assert.equal(verified.error, null);
    assert.equal(verified.data.user?.phone, '8613812345678');
  } finally {
    await platform.stop();
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
