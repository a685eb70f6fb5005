import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startWechatPaySandbox, type RunningWechatPaySandbox } from '../src/index.ts';
import { call, isGenuine, open } from './merchant.ts';

interface Received {
  headers: Headers;
  body: string;
}

const dataDir = mkdtempSync(join(tmpdir(), 'wechat-pay-'));
const received: Received[] = [];
let refusals = 0;
let merchant: http.Server;
let notifyUrl = '';
let sandbox: RunningWechatPaySandbox;
const options = { dataDir, port: 0, retryDelaysMs: [5, 5, 5, 5], refundDelayMs: 5 };

before(async () => {
  merchant = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({ headers: new Headers(request.headers as Record<string, string>), body });
    refusals -= 1;
    response.writeHead(refusals >= 0 ? 500 : 204).end();
  });
  await new Promise<void>((done) => merchant.listen(0, '127.0.0.1', done));
  notifyUrl = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/notify`;
  sandbox = await startWechatPaySandbox(options);
});

after(async () => {
  await sandbox.stop();
  merchant.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const v3 = (method: string, target: string, body?: unknown, extra?: Record<string, string>) =>
  call(sandbox.url, sandbox.credentials, method, target, body, extra);

function order(no: string, total = 1880, extra: Record<string, unknown> = {}) {
  return {
    appid: sandbox.credentials.appid,
    mchid: sandbox.credentials.mchid,
    description: '邻里 · 测试订单',
    out_trade_no: no,
    notify_url: notifyUrl,
    amount: { total, currency: 'CNY' },
    scene_info: { payer_client_ip: '127.0.0.1', h5_info: { type: 'Wap' } },
    ...extra,
  };
}

async function placed(no: string, total?: number): Promise<string> {
  const answer = await v3('POST', '/v3/pay/transactions/h5', order(no, total));
  assert.equal(answer.status, 200, answer.text);
  return String(answer.json.h5_url);
}

async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500; i += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.fail('did not come to hold within 5 s');
}

const tradeState = async (no: string) =>
  (await v3('GET', `/v3/pay/transactions/out-trade-no/${no}?mchid=${sandbox.credentials.mchid}`)).json
    .trade_state;

test('a signed order is accepted, the answer is signed, the same order again is the same payment', async () => {
  const first = await v3('POST', '/v3/pay/transactions/h5', order('order-0001'));
  assert.equal(first.status, 200);
  assert.ok(first.genuine);
  const second = await v3('POST', '/v3/pay/transactions/h5', order('order-0001'));
  assert.equal(second.json.h5_url, first.json.h5_url);
  const changed = await v3('POST', '/v3/pay/transactions/h5', order('order-0001', 1));
  assert.deepEqual([changed.status, changed.json.code], [400, 'INVALID_REQUEST']);
});

test('native gives a code_url, jsapi a prepay_id and wants an openid', async () => {
  assert.ok((await v3('POST', '/v3/pay/transactions/native', order('native-01'))).json.code_url);
  const without = await v3('POST', '/v3/pay/transactions/jsapi', order('jsapi-001'));
  assert.deepEqual([without.status, without.json.code], [400, 'PARAM_ERROR']);
  const payer = { payer: { openid: 'o1' } };
  assert.ok((await v3('POST', '/v3/pay/transactions/jsapi', order('jsapi-001', 5, payer))).json.prepay_id);
});

test('wrong key, stale timestamp, no authorization and foreign merchants are refused', async () => {
  const stranger = { ...sandbox.credentials, merchantPrivateKey: sandbox.credentials.platformPrivateKey };
  const forged = await call(sandbox.url, stranger, 'POST', '/v3/pay/transactions/h5', order('order-0002'));
  assert.deepEqual([forged.status, forged.json.code], [401, 'SIGN_ERROR']);
  const stale = await v3('GET', '/v3/certificates', undefined, { 'x-timestamp': '1600000000' });
  assert.deepEqual([stale.status, stale.json.code], [401, 'SIGN_ERROR']);
  const bare = await fetch(`${sandbox.url}/v3/certificates`, { headers: { accept: '*/*' } });
  assert.equal(bare.status, 401);
  const foreign = { ...order('order-0003'), mchid: '1900000001' };
  const mismatch = await v3('POST', '/v3/pay/transactions/h5', foreign);
  assert.deepEqual([mismatch.status, mismatch.json.code], [400, 'APPID_MCHID_NOT_MATCH']);
});

test('the certificate list decrypts to the certificate that signs', async () => {
  const answer = await v3('GET', '/v3/certificates');
  const [entry] = answer.json.data as { serial_no: string; encrypt_certificate: Record<string, string> }[];
  const pem = String(open(entry?.encrypt_certificate ?? {}, sandbox.credentials.apiV3Key).text);
  assert.equal(new X509Certificate(pem).serialNumber, sandbox.credentials.platformSerialNo);
  assert.equal(answer.serial, entry?.serial_no);
  const asked = { 'wechatpay-serial': sandbox.credentials.platformPublicKeyId };
  const byPublicKey = await v3('GET', '/v3/certificates', undefined, asked);
  assert.ok(byPublicKey.genuine);
  assert.equal(byPublicKey.serial, sandbox.credentials.platformPublicKeyId);
});

test('the cashier shows the amount, takes the payment, notifies until accepted and leads back', async () => {
  const h5 = await placed('order-0010', 2350);
  const back = 'http://127.0.0.1:1/orders/1?paid=1';
  const page = await (await fetch(`${h5}&redirect_url=${encodeURIComponent(back)}`)).text();
  assert.match(page, /23\.50/);
  assert.match(page, /沙箱 · Sandbox/);
  refusals = 2;
  const prepayId = new URL(h5).searchParams.get('prepay_id') ?? '';
  const form = new URLSearchParams({ prepay_id: prepayId, redirect_url: back, act: 'pay' });
  const paid = await fetch(`${sandbox.url}/cashier`, { method: 'POST', body: form, redirect: 'manual' });
  assert.deepEqual([paid.status, paid.headers.get('location')], [303, back]);
  await eventually(() => received.length >= 3);
  const last = received.at(-1);
  assert.ok(last && isGenuine(last.headers, last.body, sandbox.credentials));
  const event = JSON.parse(last.body) as { event_type: string; resource: Record<string, string> };
  assert.equal(event.event_type, 'TRANSACTION.SUCCESS');
  const resource = open(event.resource, sandbox.credentials.apiV3Key);
  assert.equal(resource.out_trade_no, 'order-0010');
  assert.deepEqual(resource.amount, {
    total: 2350,
    payer_total: 2350,
    currency: 'CNY',
    payer_currency: 'CNY',
  });
  assert.equal(await tradeState('order-0010'), 'SUCCESS');
  const again = await v3('POST', '/v3/pay/transactions/h5', order('order-0010', 2350));
  assert.deepEqual([again.status, again.json.code], [400, 'ORDERPAID']);
});

test('cancelling at the cashier pays nothing', async () => {
  const h5 = await placed('order-0011');
  const prepayId = new URL(h5).searchParams.get('prepay_id') ?? '';
  const form = new URLSearchParams({ prepay_id: prepayId, act: 'cancel' });
  assert.match(
    await (await fetch(`${sandbox.url}/cashier`, { method: 'POST', body: form })).text(),
    /已取消/,
  );
  assert.equal(await tradeState('order-0011'), 'NOTPAY');
});

test('a closed order cannot be paid, a paid one cannot be closed, an unknown one is not found', async () => {
  await placed('order-0020');
  const close = (no: string) =>
    v3('POST', `/v3/pay/transactions/out-trade-no/${no}/close`, { mchid: sandbox.credentials.mchid });
  assert.equal((await close('order-0020')).status, 204);
  const pay = await fetch(`${sandbox.url}/sandbox/pay/order-0020`, { method: 'POST' });
  assert.equal(((await pay.json()) as { code: string }).code, 'ORDER_CLOSED');
  await placed('order-0021');
  await fetch(`${sandbox.url}/sandbox/pay/order-0021`, { method: 'POST' });
  assert.equal((await close('order-0021')).json.code, 'ORDERPAID');
  const unknown = await close('order-none');
  assert.deepEqual([unknown.status, unknown.json.code], [404, 'ORDER_NOT_EXIST']);
});

test('refunds: part by part up to the amount, idempotent by number, notified, queried', async () => {
  await placed('order-0030', 1000);
  await fetch(`${sandbox.url}/sandbox/pay/order-0030`, { method: 'POST' });
  const refund = (no: string, value: number) =>
    v3('POST', '/v3/refund/domestic/refunds', {
      out_trade_no: 'order-0030',
      out_refund_no: no,
      notify_url: notifyUrl,
      amount: { refund: value, total: 1000, currency: 'CNY' },
    });
  assert.equal((await refund('refund-1', 600)).json.status, 'PROCESSING');
  assert.equal((await refund('refund-1', 600)).status, 200);
  assert.equal((await refund('refund-1', 500)).json.code, 'INVALID_REQUEST');
  assert.equal((await refund('refund-2', 500)).json.code, 'INVALID_REQUEST');
  assert.equal((await refund('refund-2', 400)).status, 200);
  await eventually(
    async () => (await v3('GET', '/v3/refund/domestic/refunds/refund-2')).json.status === 'SUCCESS',
  );
  await eventually(() => received.filter((one) => one.body.includes('REFUND.SUCCESS')).length >= 2);
  assert.equal(await tradeState('order-0030'), 'REFUND');
  assert.equal((await v3('GET', '/v3/refund/domestic/refunds/none')).json.code, 'RESOURCE_NOT_EXISTS');
});

test('a planned failure answers once; a notification can be sent again', async () => {
  const plan = { match: 'GET /v3/certificates', status: 500, code: 'SYSTEM_ERROR' };
  await fetch(`${sandbox.url}/sandbox/fail-next`, { method: 'POST', body: JSON.stringify(plan) });
  assert.equal((await v3('GET', '/v3/certificates')).json.code, 'SYSTEM_ERROR');
  assert.equal((await v3('GET', '/v3/certificates')).status, 200);
  const count = received.length;
  await fetch(`${sandbox.url}/sandbox/resend/order-0010`, { method: 'POST' });
  assert.equal(received.length, count + 1);
});

test('a restart keeps orders and goes on with undelivered notifications', async () => {
  await placed('order-0040');
  refusals = Number.POSITIVE_INFINITY;
  await sandbox.stop();
  sandbox = await startWechatPaySandbox({ ...options, retryDelaysMs: Array<number>(50).fill(300) });
  await fetch(`${sandbox.url}/sandbox/pay/order-0040`, { method: 'POST' });
  await sandbox.stop();
  refusals = 0;
  const count = received.length;
  sandbox = await startWechatPaySandbox(options);
  assert.equal(await tradeState('order-0040'), 'SUCCESS');
  await eventually(() => received.length > count);
});

test('the trade bill exists from the next day on', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const early = await v3('GET', `/v3/bill/tradebill?bill_date=${today}`);
  assert.equal(early.json.code, 'NO_STATEMENT_EXIST');
  const empty = await v3('GET', '/v3/bill/tradebill?bill_date=2024-01-01&bill_type=ALL');
  assert.equal(empty.json.hash_type, 'SHA1');
  const { pathname, search } = new URL(String(empty.json.download_url));
  assert.match((await v3('GET', pathname + search)).text, /总交易单数/);
});
