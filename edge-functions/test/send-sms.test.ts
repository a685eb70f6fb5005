import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startSmsSandbox, type RunningSmsSandbox, type SmsMessage } from '@linli/sms-sandbox';
import type { Env } from '../_shared/platform/env.ts';
import { createSendSmsApp } from '../send-sms/app.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'send-sms-'));
const secret = randomBytes(32);
let sandbox: RunningSmsSandbox;
let env: Env;
before(async () => {
  sandbox = await startSmsSandbox({ dataDir, port: 0 });
  env = {
    SUPABASE_SERVICE_ROLE_KEY: 'service-key',
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: 'sb_secret_test' }),
    ALIYUN_SMS_BASE_URL: sandbox.url,
    ALIYUN_ACCESS_KEY_ID: sandbox.credentials.accessKeyId,
    ALIYUN_ACCESS_KEY_SECRET: sandbox.credentials.accessKeySecret,
    ALIYUN_SMS_SIGN_NAME: sandbox.credentials.signName,
    SEND_SMS_HOOK_SECRET: `v1,whsec_${secret.toString('base64')}`,
  };
});
after(async () => {
  await sandbox.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const inbox = async (phone: string) =>
  (await (await fetch(`${sandbox.url}/sandbox/messages?phone=${phone}`)).json()) as SmsMessage[];

async function hook(payload: unknown, change: { key?: Buffer; at?: number } = {}) {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor((change.at ?? Date.now()) / 1000));
  const signature = createHmac('sha256', change.key ?? secret)
    .update(`msg_1.${timestamp}.${body}`)
    .digest('base64');
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  const response = await createSendSmsApp(env).request('/send-sms', { method: 'POST', headers, body });
  return { status: response.status, json: (await response.json()) as { error?: { message: string } } };
}

async function notify(body: unknown, headers: Record<string, string>, change: Env = {}) {
  const app = createSendSmsApp({ ...env, ...change });
  const response = await app.request('/send-sms', { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as Record<string, string> };
}

test('the hook of the auth server sends the code to the number', async () => {
  const answer = await hook({ user: { phone: '8613800138000' }, sms: { otp: '561166' } });
  assert.deepEqual([answer.status, answer.json], [200, {}]);
  const [message] = await inbox('13800138000');
  assert.equal(message?.phone, '13800138000');
  assert.equal(message?.params.code, '561166');
});

test('a changed number gets its own code', async () => {
  const sms = { otp: '777777', sms_type: 'phone_change' };
  await hook({ user: { phone: '8613800138000', new_phone: '8613800138001' }, sms });
  assert.equal((await inbox('13800138001')).length, 1);
});

test('a wrong or stale hook signature sends nothing', async () => {
  const payload = { user: { phone: '8613800138002' }, sms: { otp: '1' } };
  assert.equal((await hook(payload, { key: randomBytes(32) })).status, 401);
  const stale = await hook(payload, { at: Date.now() - 3_600_000 });
  assert.equal(stale.json.error?.message, 'auth.hook_signature_invalid');
  assert.equal((await inbox('13800138002')).length, 0);
});

test('notifications are for the service role, by either kind of key', async () => {
  const body = {
    phone: '+8613800138003',
    template: 'order_closed',
    params: { number: 'D7', store: '老街面馆' },
  };
  assert.equal((await notify(body, {})).json.message, 'auth.service_only');
  assert.equal((await notify(body, { apikey: 'sb_secret_wrong' })).status, 401);
  assert.equal((await notify(body, { apikey: 'sb_secret_test' })).status, 200);
  assert.ok((await notify(body, { authorization: 'Bearer service-key' })).json.message_id);
  assert.match((await inbox('13800138003'))[0]?.text ?? '', /订单 D7/);
});

test('refusals of the carrier are answered with a key', async () => {
  const headers = { apikey: 'sb_secret_test' };
  const body = { phone: '12', template: 'otp', params: { code: '1' } };
  const short = await notify(body, headers);
  assert.deepEqual([short.status, short.json.message], [422, 'sms.phone_invalid']);
  const forged = await notify({ ...body, phone: '13800138004' }, headers, { ALIYUN_ACCESS_KEY_SECRET: 'x' });
  assert.deepEqual([forged.status, forged.json.message], [502, 'sms.carrier_refused']);
  const away = await notify(body, headers, { ALIYUN_SMS_BASE_URL: 'http://127.0.0.1:9' });
  assert.deepEqual([away.status, away.json.message], [503, 'sms.carrier_unavailable']);
});
