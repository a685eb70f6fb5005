import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Stripe from 'stripe';
import { startStripeSandbox, type RunningStripeSandbox } from '../src/index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'stripe-'));
const received: { body: string; signature: string }[] = [];
let refusals = 0;
let merchant: http.Server;
let sandbox: RunningStripeSandbox;
let stripe: Stripe;
let webhookUrl = '';

before(async () => {
  merchant = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({ body, signature: String(request.headers['stripe-signature']) });
    refusals -= 1;
    response.writeHead(refusals >= 0 ? 500 : 200).end();
  });
  await new Promise<void>((done) => merchant.listen(0, '127.0.0.1', done));
  webhookUrl = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/hook`;
  await start();
});

after(async () => {
  await sandbox.stop();
  merchant.close();
  merchant.closeAllConnections();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const options = { dataDir, port: 0, webhookUrl, retryDelaysMs: [5, 5, 5] };
  sandbox = await startStripeSandbox({ ...options, refundStatus: 'pending' });
  stripe = clientWith(sandbox.credentials.secretKey);
}

function clientWith(key: string): Stripe {
  const { hostname, port } = new URL(sandbox.url);
  return new Stripe(key, { host: hostname, port: Number(port), protocol: 'http', maxNetworkRetries: 0 });
}

const pay = (no: string) => fetch(`${sandbox.url}/sandbox/pay/${no}`, { method: 'POST' });

function order(no: string, amount = 2350): Stripe.Checkout.SessionCreateParams {
  const price_data = { currency: 'eur', unit_amount: amount, product_data: { name: '邻里 · 测试' } };
  return {
    mode: 'payment',
    client_reference_id: no,
    success_url: 'http://127.0.0.1:1/orders/1',
    cancel_url: 'http://127.0.0.1:1/cart',
    line_items: [{ quantity: 1, price_data }],
    payment_intent_data: { metadata: { out_trade_no: no } },
  };
}

async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 500; i += 1) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.fail('did not come to hold within 5 s');
}

test('a session leads to the hosted page; paying sends a signed event until 2xx and leads back', async () => {
  const session = await stripe.checkout.sessions.create(order('LL1'));
  assert.match(await (await fetch(session.url ?? '')).text(), /EUR[\s\S]*23\.50/);
  refusals = 2;
  const body = new URLSearchParams({ act: 'pay' });
  const paid = await fetch(session.url ?? '', { method: 'POST', body, redirect: 'manual' });
  assert.deepEqual([paid.status, paid.headers.get('location')], [303, 'http://127.0.0.1:1/orders/1']);
  await eventually(() => received.length >= 3);
  const last = received.at(-1);
  assert.ok(last);
  const { webhookSecret } = sandbox.credentials;
  const event = stripe.webhooks.constructEvent(last.body, last.signature, webhookSecret);
  assert.equal(event.type, 'checkout.session.completed');
  assert.throws(() => stripe.webhooks.constructEvent(`${last.body} `, last.signature, webhookSecret));
  const found = await stripe.paymentIntents.search({ query: "metadata['out_trade_no']:'LL1'" });
  assert.deepEqual([found.data[0]?.amount, found.data[0]?.status], [2350, 'succeeded']);
});

test('an idempotency key replays, refuses other parameters; an expired session cannot be paid', async () => {
  const key = { idempotencyKey: 'LL2' };
  const first = await stripe.checkout.sessions.create(order('LL2'), key);
  const again = await stripe.checkout.sessions.create(order('LL2'), key);
  assert.equal(again.id, first.id);
  assert.equal(again.lastResponse.headers['idempotent-replayed'], 'true');
  await assert.rejects(
    stripe.checkout.sessions.create(order('LL2', 100), key),
    Stripe.errors.StripeIdempotencyError,
  );
  assert.equal((await stripe.checkout.sessions.expire(first.id)).status, 'expired');
  assert.equal((await pay('LL2')).status, 400);
  await eventually(() => received.some((one) => one.body.includes('checkout.session.expired')));
});

test('refunds: part by part up to the amount, listed, settled by hand; balance transactions name them', async () => {
  await stripe.checkout.sessions.create(order('LL3', 1000));
  await pay('LL3');
  const found = await stripe.paymentIntents.search({ query: "metadata['out_trade_no']:'LL3'" });
  const payment_intent = found.data[0]?.id ?? '';
  const refund = (no: string, amount: number) =>
    stripe.refunds.create({ payment_intent, amount, metadata: { out_refund_no: no } });
  assert.equal((await refund('R1', 600)).status, 'pending');
  await assert.rejects(refund('R2', 500), Stripe.errors.StripeInvalidRequestError);
  const settle = { method: 'POST', body: JSON.stringify({ status: 'failed' }) };
  await fetch(`${sandbox.url}/sandbox/refunds/R1/settle`, settle);
  assert.equal((await refund('R2', 1000)).amount, 1000);
  const list = await stripe.refunds.list({ payment_intent });
  assert.deepEqual(
    list.data.map((one) => one.status),
    ['pending', 'failed'],
  );
  const rows = await stripe.balanceTransactions.list({ limit: 2, expand: ['data.source'] });
  assert.ok(rows.has_more);
  assert.equal((rows.data[0]?.source as Stripe.Refund).metadata?.out_refund_no, 'R2');
});

test('a foreign key is refused; a planned failure answers once; a restart keeps what is paid', async () => {
  await assert.rejects(
    clientWith('sk_test_wrong').checkout.sessions.list(),
    Stripe.errors.StripeAuthenticationError,
  );
  const plan = { match: 'GET /v1/refunds', status: 500, code: 'internal' };
  await fetch(`${sandbox.url}/sandbox/fail-next`, { method: 'POST', body: JSON.stringify(plan) });
  await assert.rejects(stripe.refunds.list(), Stripe.errors.StripeAPIError);
  await sandbox.stop();
  await start();
  assert.equal((await stripe.refunds.list()).data.length, 2);
});
