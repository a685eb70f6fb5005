import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createPaymentCreateApp } from '../payment-create/app.ts';
import { createPaymentRefundApp } from '../payment-refund/app.ts';
import { createPaymentSyncApp } from '../payment-sync/app.ts';
import { createPaymentWebhookWechatApp } from '../payment-webhook-wechat/app.ts';
import { eventually, serviceKey, startPaymentWorld, type PaymentWorld } from './payment-world.ts';

const orderId = '0b0f9ad6-5c0c-4c53-9d5c-6a4f7a8c1e11';
const returnUrl = 'http://127.0.0.1:1/orders/1';
let world: PaymentWorld;
before(async () => {
  world = await startPaymentWorld();
});
after(() => world.stop());
beforeEach(() => {
  world.rest.calls.length = 0;
  world.rest.answers.record_payment_event = () => ({ body: { is_duplicate: false } });
});

const events = () =>
  world.rest.calls.filter((one) => one.name === 'record_payment_event').map((one) => one.args);
const sandbox = (path: string, body?: unknown) =>
  fetch(`${world.vendors.wechat_pay.url}/sandbox/${path}`, {
    method: 'POST',
    body: body ? JSON.stringify(body) : null,
  });

function answerPayment(outTradeNo: string, status = 'pending'): void {
  const payment = { payment_id: 'p1', out_trade_no: outTradeNo, amount_cents: 2350, currency: 'CNY' };
  const expires_at = new Date(Date.now() + 900_000).toISOString().replace('Z', '+00:00');
  world.rest.answers.create_payment = () => ({
    body: { ...payment, description: '邻里小馆 D1', expires_at, status },
  });
}

async function create(change: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const response = await createPaymentCreateApp(world.env).request('/payment-create', {
    method: 'POST',
    headers: { authorization: 'Bearer user-token', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ order_id: orderId, method: 'wechat_pay', return_url: returnUrl, ...change }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, string> };
}

async function job(app: ReturnType<typeof createPaymentSyncApp>, key = serviceKey) {
  const init = { method: 'POST', headers: { authorization: `Bearer ${key}`, apikey: key }, body: '{}' };
  const response = await app.request('/job', init);
  return { status: response.status, json: (await response.json()) as { results: Record<string, string>[] } };
}

test('payment-create asks the database as the user and the provider for the address; a repeat is the same', async () => {
  answerPayment('LLfn000001');
  const first = await create();
  assert.equal(first.status, 200);
  assert.deepEqual(Object.keys(first.json).sort(), ['payment_id', 'redirect_url', 'status']);
  assert.equal(world.rest.calls[0]?.authorization, 'Bearer user-token');
  assert.deepEqual(world.rest.calls[0]?.args, { p_order_id: orderId, p_provider: 'wechat_pay' });
  assert.deepEqual((await create()).json, first.json);
});

test('payment-create refuses what it cannot use and passes on what the database refuses', async () => {
  assert.equal((await create({ order_id: 'x' })).json.message, 'platform.body_invalid');
  assert.equal((await create({ method: 'cash' })).json.message, 'payment.method_unknown');
  assert.equal(
    (await create({ return_url: 'javascript:alert(1)' })).json.message,
    'payment.return_url_invalid',
  );
  const refusal = {
    code: 'PT409',
    message: 'payment.order_not_payable',
    details: '{"status":"expired"}',
    hint: null,
  };
  world.rest.answers.create_payment = () => ({ status: 409, body: refusal });
  const refused = await create();
  assert.deepEqual([refused.status, refused.json.message], [409, 'payment.order_not_payable']);
});

test('a payment notification is verified, recorded once per delivery and repeated until recorded', async () => {
  answerPayment('LLfn000002');
  await create();
  const app = createPaymentWebhookWechatApp(world.env);
  let refusals = 2;
  world.onNotify = (request) => app.request(request);
  world.rest.answers.record_payment_event = () => {
    refusals -= 1;
    return refusals >= 0 ? { status: 503, body: { message: 'platform.unavailable' } } : { body: {} };
  };
  await sandbox('pay/LLfn000002');
  await eventually(() => events().length === 3);
  const [first, , last] = events();
  assert.deepEqual(first, last);
  assert.equal(last?.p_kind, 'captured');
  assert.equal(last?.p_out_trade_no, 'LLfn000002');
  assert.equal(last?.p_amount_cents, 2350);
  assert.equal(world.rest.calls.at(-1)?.authorization, `Bearer ${serviceKey}`);
});

test('a changed, unsigned or replayed notification is refused and nothing is recorded', async () => {
  answerPayment('LLfn000003');
  await create();
  const kept: Request[] = [];
  world.onNotify = (request) => {
    kept.push(request);
    return new Response(null, { status: 204 });
  };
  await sandbox('pay/LLfn000003');
  const [genuine] = kept;
  assert.ok(genuine);
  const body = await genuine.text();
  const app = createPaymentWebhookWechatApp(world.env);
  const post = (text: string, headers: HeadersInit) =>
    app.request('/', { method: 'POST', body: text, headers });
  const old = new Headers(genuine.headers);
  old.set('wechatpay-timestamp', '1600000000');
  const probe = new Headers(genuine.headers);
  probe.set('wechatpay-signature', 'WECHATPAY/SIGNTEST/AAAA');
  assert.equal((await post(body.replace('支付成功', '支付失败'), genuine.headers)).status, 401);
  assert.equal((await post(body, {})).status, 401);
  assert.equal((await post(body, old)).status, 401);
  assert.equal((await post(body, probe)).status, 401);
  assert.equal(events().length, 0);
  assert.equal((await post(body, genuine.headers)).status, 204);
});

test('payment-create records a payment whose notification was lost instead of charging again', async () => {
  answerPayment('LLfn000004');
  await create();
  await sandbox('pay/LLfn000004?notify=false');
  const again = await create();
  assert.deepEqual([again.json.status, again.json.redirect_url], ['captured', returnUrl]);
  assert.equal(events()[0]?.p_kind, 'captured');
});

test('payment-refund claims, asks, answers each row; the result arrives as an event', async () => {
  answerPayment('LLfn000005');
  await create();
  await sandbox('pay/LLfn000005?notify=false');
  const row = {
    payment_id: 'p1',
    provider: 'wechat_pay',
    out_trade_no: 'LLfn000005',
    currency: 'CNY',
    reason: 'cancelled',
  };
  world.rest.answers.claim_refunds = () => ({
    body: [
      { ...row, refund_id: 'r1', out_refund_no: 'LRfn1', amount_cents: 2350, total_cents: 2350 },
      { ...row, refund_id: 'r2', out_refund_no: 'LRfn2', amount_cents: 1, total_cents: 2350 },
    ],
  });
  const app = createPaymentRefundApp(world.env);
  assert.equal((await job(app, 'wrong')).status, 401);
  const { json } = await job(app);
  assert.deepEqual(
    json.results.map((one) => [one.refund_id, one.status, one.code]),
    [
      ['r1', 'processing', undefined],
      ['r2', 'error', 'INVALID_REQUEST'],
    ],
  );
  assert.equal(events()[0]?.p_kind, 'refund_failed');
  const webhook = createPaymentWebhookWechatApp(world.env);
  world.onNotify = (request) => webhook.request(request);
  await sandbox('refunds/LRfn1/settle', { status: 'SUCCESS' });
  await eventually(() => events().length >= 2);
  const event = events()[1];
  assert.deepEqual([event?.p_kind, event?.p_amount_cents], ['refunded', 2350]);
  assert.equal((event?.p_payload as Record<string, string>).out_refund_no, 'LRfn1');
});

test('payment-sync finds what notifications did not bring, always under the same event id', async () => {
  answerPayment('LLfn000006');
  await create();
  await sandbox('pay/LLfn000006?notify=false');
  answerPayment('LLfn000007');
  await create();
  const row = { provider: 'wechat_pay', out_refund_no: null, amount_cents: 2350, is_given_up: false };
  world.rest.answers.list_stale_payments = () => ({
    body: [
      { ...row, kind: 'payment', out_trade_no: 'LLfn000006' },
      { ...row, kind: 'payment', out_trade_no: 'LLfn000007' },
      { ...row, kind: 'payment', out_trade_no: 'LLfn-never' },
      { ...row, kind: 'payment', out_trade_no: 'LLfn-never', is_given_up: true },
      { ...row, kind: 'refund', out_trade_no: 'LLfn000005', out_refund_no: 'LRfn1' },
    ],
  });
  const app = createPaymentSyncApp(world.env);
  const { json } = await job(app);
  assert.deepEqual(
    json.results.map((one) => one.status),
    ['captured', 'unpaid', 'unknown', 'closed', 'refunded'],
  );
  await job(app);
  const ids = events().map((one) => one.p_event_id);
  assert.equal(ids.length, 4);
  assert.equal(new Set(ids).size, 2);
  assert.match(String(ids[0]), /^sync:4200\d+:captured$/);
});
