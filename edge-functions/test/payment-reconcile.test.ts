import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startAlipaySandbox } from '@linli/alipay-sandbox';
import { startStripeSandbox } from '@linli/stripe-sandbox';
import { startWechatPaySandbox } from '@linli/wechat-pay-sandbox';
import { createFindProvider } from '../_shared/payment/find-provider.ts';
import { ProviderError } from '../_shared/payment/provider-error.ts';
import { parseTradeBill as parseAlipayBill } from '../_shared/payment/alipay/parse-trade-bill.ts';
import { parseTradeBill as parseWechatBill } from '../_shared/payment/wechat-pay-v3/parse-trade-bill.ts';
import { createPaymentReconcileApp } from '../payment-reconcile/app.ts';
import { startFakeRest, type FakeRest } from './fake-rest.ts';
import { serviceKey } from './payment-world.ts';
import { vendorEnv, type Vendors } from './vendor-env.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'reconcile-'));
const folder = (name: string) => join(dataDir, name);
const day = 86_400;
let rest: FakeRest;
let vendors: Vendors;

async function start(): Promise<Vendors> {
  return {
    wechat_pay: await startWechatPaySandbox({ dataDir: folder('wechat_pay'), port: 0, refundDelayMs: 0 }),
    alipay: await startAlipaySandbox({ dataDir: folder('alipay'), port: 0 }),
    stripe: await startStripeSandbox({ dataDir: folder('stripe'), port: 0 }),
  };
}

const stop = () => Promise.all(Object.values(vendors).map((one) => one.stop()));
const env = () => ({
  SUPABASE_URL: rest.url,
  SUPABASE_SERVICE_ROLE_KEY: serviceKey,
  ...vendorEnv(vendors, 'http://127.0.0.1:9/notify'),
});

/** Makes all that a sandbox knows a day older. */
function age(name: string): void {
  const file = join(folder(name), 'state.json');
  const text = readFileSync(file, 'utf8')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => new Date(Date.parse(at) - day * 1000).toISOString())
    .replace(/"created":(\d+)/g, (_whole, at) => `"created":${Number(at) - day}`);
  writeFileSync(file, text);
}

before(async () => {
  rest = await startFakeRest();
  vendors = await start();
  for (const [name, currency] of Object.entries({ wechat_pay: 'CNY', alipay: 'CNY', stripe: 'EUR' })) {
    const provider = createFindProvider(env())(name);
    const { redirectUrl } = await provider.createCharge({
      outTradeNo: 'LLbill0001',
      amountCents: 10_000,
      currency,
      description: '邻里小馆, D001',
      expiresAt: new Date(Date.now() + 900_000).toISOString(),
      returnUrl: 'http://127.0.0.1:1/',
      payerIp: '127.0.0.1',
    });
    await fetch(redirectUrl);
    const { url } = vendors[name as keyof Vendors];
    await fetch(`${url}/sandbox/pay/LLbill0001?notify=false`, { method: 'POST' });
    const order = { outTradeNo: 'LLbill0001', outRefundNo: 'LRbill1', currency, reason: '缺货' };
    await provider.refund({ ...order, amountCents: 2500, totalCents: 10_000 });
    for (let state = 'processing'; state !== 'refunded';)
      state = (await provider.queryRefund('LLbill0001', 'LRbill1')).status;
  }
  await stop();
  for (const name of Object.keys(vendors)) age(name);
  vendors = await start();
});

after(async () => {
  await stop();
  rest.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function reconcile(body: unknown, key = serviceKey) {
  const app = createPaymentReconcileApp(env());
  const headers = { apikey: key };
  const response = await app.request('/', { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as { results: Record<string, unknown>[] } };
}

test('the statements of yesterday go into the database, payments and refunds with fees', async () => {
  const taken: Record<string, Record<string, unknown>[]> = {};
  rest.answers.import_provider_statement = (args) => {
    taken[String(args.p_provider)] = args.p_rows as Record<string, unknown>[];
    return { body: { difference_count: 0 } };
  };
  const { json } = await reconcile({});
  assert.deepEqual(
    json.results.map(({ provider, rows, outcome, error }) => [provider, rows, outcome, error]),
    ['wechat_pay', 'alipay', 'stripe'].map((name) => [name, 2, { difference_count: 0 }, undefined]),
  );
  const [chinaDay, utcDay] = [8, 0].map((hours) =>
    new Date(Date.now() + hours * 3_600_000 - day * 1000).toISOString().slice(0, 10),
  );
  const days = rest.calls.map(({ args }) => [args.p_provider, args.p_on]);
  assert.deepEqual(days, [
    ['wechat_pay', chinaDay],
    ['alipay', chinaDay],
    ['stripe', utcDay],
  ]);
  for (const [name, fees] of Object.entries({ wechat_pay: [60, -15], alipay: [60, -15], stripe: [175, 0] })) {
    const rows = taken[name]?.toSorted((a, b) => String(a.kind).localeCompare(String(b.kind))) ?? [];
    const common = { out_trade_no: 'LLbill0001', currency: name === 'stripe' ? 'EUR' : 'CNY' };
    const known = rows.map(({ provider_transaction_id, occurred_at, ...row }) => {
      assert.ok(provider_transaction_id && Date.parse(String(occurred_at)) < Date.now());
      return row;
    });
    assert.deepEqual(known, [
      { kind: 'payment', ...common, out_refund_no: null, amount_cents: 10_000, fee_cents: fees[0] },
      { kind: 'refund', ...common, out_refund_no: 'LRbill1', amount_cents: 2500, fee_cents: fees[1] },
    ]);
  }
});

test('a day without trade is an empty statement; what fails does not stop the others', async () => {
  rest.answers.import_provider_statement = () => ({ body: {} });
  const plan = { match: 'alipay.data', status: 500, code: 'isp.unknow-error' };
  await fetch(`${vendors.alipay.url}/sandbox/fail-next`, { method: 'POST', body: JSON.stringify(plan) });
  const { status, json } = await reconcile({ on: '2024-01-01' });
  assert.equal(status, 502);
  assert.deepEqual(
    json.results.map(({ rows, error }) => rows ?? error),
    [0, 'payment.provider_unavailable', 0],
  );
});

test('a stranger, a day that is none and one that is not over are refused', async () => {
  assert.equal((await reconcile({}, 'wrong')).status, 401);
  assert.equal((await reconcile({ on: 'yesterday' })).status, 400);
  assert.equal((await reconcile({ on: '2999-01-01' })).status, 422);
});

test('a bill with a line that cannot be read is not taken', () => {
  const refused = (error: unknown) => error instanceof ProviderError && error.code === 'BILL';
  assert.throws(() => parseWechatBill('交易时间,交易状态\r\n`soon,`SUCCESS\r\n'), refused);
  assert.throws(() => parseAlipayBill('#x\r\n支付宝交易号,业务类型\r\n1\t,交易\t\r\n'), refused);
});
