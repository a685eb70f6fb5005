import assert from 'node:assert/strict';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startSmsSandbox, type RunningSmsSandbox, type SmsMessage } from '../src/index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sms-'));
let sandbox: RunningSmsSandbox;
before(async () => {
  sandbox = await startSmsSandbox({ dataDir, port: 0 });
});
after(async () => {
  await sandbox.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Overrides {
  secret?: string;
  keyId?: string;
  date?: string;
  nonce?: string;
}

async function send(params: Record<string, string>, change: Overrides = {}) {
  const query = Object.entries(params)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const headers: Record<string, string> = {
    host: new URL(sandbox.url).host,
    'x-acs-action': 'SendSms',
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': change.date ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': change.nonce ?? randomUUID(),
    'x-acs-version': '2017-05-25',
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = `POST\n/\n${query}\n${lines.join('')}\n${names}\n${sha256('')}`;
  const signature = createHmac('sha256', change.secret ?? sandbox.credentials.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const keyId = change.keyId ?? sandbox.credentials.accessKeyId;
  headers.authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names},Signature=${signature}`;
  const response = await fetch(`${sandbox.url}/?${query}`, { method: 'POST', headers });
  return { status: response.status, json: (await response.json()) as Record<string, string> };
}

function otp(phone = '13800138000') {
  const param = JSON.stringify({ code: '482913' });
  return { PhoneNumbers: phone, SignName: '邻里', TemplateCode: 'otp', TemplateParam: param };
}

const inbox = async (phone: string) =>
  (await (
    await fetch(`${sandbox.url}/sandbox/messages?phone=${encodeURIComponent(phone)}`)
  ).json()) as SmsMessage[];

test('a signed message arrives rendered, in JSON and on the page', async () => {
  const answer = await send(otp());
  assert.equal(answer.json.Code, 'OK');
  const [message] = await inbox('+8613800138000');
  assert.equal(message?.text, '【邻里】您的验证码是 482913，5 分钟内有效。请勿告诉他人。');
  assert.equal(message?.params.code, '482913');
  assert.match(await (await fetch(sandbox.url)).text(), /482913/);
  assert.equal((await inbox('13900000000')).length, 0);
});

test('wrong secret, unknown key, stale date and a used nonce are refused by the gateway', async () => {
  assert.equal((await send(otp(), { secret: 'x' })).json.Code, 'SignatureDoesNotMatch');
  const unknown = await send(otp(), { keyId: 'LTAI-none' });
  assert.deepEqual([unknown.status, unknown.json.Code], [404, 'InvalidAccessKeyId.NotFound']);
  assert.equal((await send(otp(), { date: '2020-01-01T00:00:00Z' })).json.Code, 'InvalidTimeStamp.Expired');
  const nonce = randomUUID();
  await send(otp(), { nonce });
  assert.equal((await send(otp(), { nonce })).json.Code, 'SignatureNonceUsed');
});

test('business refusals come with HTTP 200 and a code', async () => {
  const cases: [Record<string, string>, string][] = [
    [{ PhoneNumbers: 'abc' }, 'isv.MOBILE_NUMBER_ILLEGAL'],
    [{ SignName: '别人' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
    [{ TemplateCode: '' }, 'isv.SMS_TEMPLATE_ILLEGAL'],
    [{ TemplateParam: '{}' }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
    [{ TemplateParam: '[' }, 'isv.INVALID_JSON_PARAM'],
  ];
  for (const [change, code] of cases) {
    const answer = await send({ ...otp(), ...change });
    assert.deepEqual([answer.status, answer.json.Code], [200, code]);
  }
});

test('the page shows a message as text, never as markup', async () => {
  await send({ ...otp('13700000000'), TemplateParam: JSON.stringify({ code: '<img src=x>' }) });
  assert.match(await (await fetch(`${sandbox.url}/?phone=13700000000`)).text(), /&lt;img src=x&gt;/);
});

test('a restart keeps the messages and the keys', async () => {
  const { accessKeyId } = sandbox.credentials;
  await send(otp('13600000000'));
  await sandbox.stop();
  sandbox = await startSmsSandbox({ dataDir, port: 0 });
  assert.equal(sandbox.credentials.accessKeyId, accessKeyId);
  assert.equal((await inbox('13600000000')).length, 1);
});
