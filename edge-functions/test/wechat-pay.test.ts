import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PaymentProvider } from '../_shared/payment/payment-provider.ts';
import { createFindProvider } from '../_shared/payment/find-provider.ts';
import { ProviderError } from '../_shared/payment/provider-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { startPaymentWorld, type PaymentWorld } from './payment-world.ts';

let world: PaymentWorld;
let provider: PaymentProvider;
before(async () => {
  world = await startPaymentWorld();
  provider = adapter();
});
after(() => world.stop());

const adapter = (change: Env = {}) => createFindProvider({ ...world.env, ...change })('wechat_pay');
const pay = (no: string) =>
  fetch(`${world.vendors.wechat_pay.url}/sandbox/pay/${no}?notify=false`, { method: 'POST' });

function charge(outTradeNo: string, amountCents = 2350) {
  return {
    outTradeNo,
    amountCents,
    currency: 'CNY',
    description: '邻里小馆 D001',
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
    returnUrl: 'http://127.0.0.1:1/orders/1?from=pay',
    payerIp: '127.0.0.1',
  };
}

function refused(key: string, code?: string) {
  return (error: unknown) =>
    error instanceof ProviderError && error.key === key && (code === undefined || error.code === code);
}

test('create leads to the cashier and back, and is the same when repeated', async () => {
  const order = charge('LLcreate01');
  const { redirectUrl } = await provider.createCharge(order);
  assert.equal(new URL(redirectUrl).searchParams.get('redirect_url'), order.returnUrl);
  assert.equal((await provider.createCharge(order)).redirectUrl, redirectUrl);
});

test('query tells unknown, unpaid and captured apart', async () => {
  assert.equal((await provider.queryCharge('LLnever001')).status, 'unknown');
  await provider.createCharge(charge('LLquery001'));
  assert.equal((await provider.queryCharge('LLquery001')).status, 'unpaid');
  await pay('LLquery001');
  const state = await provider.queryCharge('LLquery001');
  assert.deepEqual([state.status, state.amountCents], ['captured', 2350]);
  assert.ok(state.transactionId && state.occurredAt);
  await assert.rejects(provider.createCharge(charge('LLquery001')), refused('payment.already_paid'));
});

test('a closed charge stays closed; a paid one cannot be closed', async () => {
  await provider.createCharge(charge('LLclose001'));
  await provider.closeCharge('LLclose001');
  assert.equal((await provider.queryCharge('LLclose001')).status, 'closed');
  await assert.rejects(provider.createCharge(charge('LLclose001')), refused('payment.charge_closed'));
  await assert.rejects(provider.closeCharge('LLquery001'), refused('payment.already_paid'));
});

test('a refund goes from processing to refunded; too much is refused for good', async () => {
  await provider.createCharge(charge('LLrefund01', 1000));
  await pay('LLrefund01');
  const order = { outTradeNo: 'LLrefund01', totalCents: 1000, currency: 'CNY', reason: '测试' };
  const first = await provider.refund({ ...order, outRefundNo: 'LRa', amountCents: 600 });
  assert.equal(first.status, 'processing');
  await assert.rejects(
    provider.refund({ ...order, outRefundNo: 'LRb', amountCents: 600 }),
    refused('payment.provider_refused', 'INVALID_REQUEST'),
  );
  const settle = { method: 'POST', body: JSON.stringify({ status: 'SUCCESS' }) };
  await fetch(`${world.vendors.wechat_pay.url}/sandbox/refunds/LRa/settle`, settle);
  const state = await provider.queryRefund('LLrefund01', 'LRa');
  assert.deepEqual([state.status, state.amountCents], ['refunded', 600]);
  assert.equal((await provider.queryRefund('LLrefund01', 'LRnone')).status, 'unknown');
});

test('busy and unreachable platforms are retryable, a wrong merchant key is not', async () => {
  const plan = { match: 'GET /v3/pay', status: 429, code: 'FREQUENCY_LIMITED' };
  await fetch(`${world.vendors.wechat_pay.url}/sandbox/fail-next`, {
    method: 'POST',
    body: JSON.stringify(plan),
  });
  const retryable = (error: unknown) => error instanceof ProviderError && error.isRetryable;
  await assert.rejects(provider.queryCharge('LLquery001'), retryable);
  await assert.rejects(
    adapter({ WECHAT_PAY_BASE_URL: 'http://127.0.0.1:9' }).queryCharge('LLquery001'),
    retryable,
  );
  const stranger = adapter({
    WECHAT_PAY_PRIVATE_KEY: world.vendors.wechat_pay.credentials.platformPrivateKey,
  });
  await assert.rejects(stranger.queryCharge('LLquery001'), refused('payment.provider_refused', 'SIGN_ERROR'));
});

test('answers are believed only with the platform key: pinned certificate, public key mode, a foreign pin', async () => {
  const { credentials } = world.vendors.wechat_pay;
  const pinned = adapter({ WECHAT_PAY_PLATFORM_CERT: credentials.platformCertificate });
  assert.equal((await pinned.queryCharge('LLquery001')).status, 'captured');
  const byPublicKey = adapter({
    WECHAT_PAY_PLATFORM_CERT: credentials.platformPublicKey,
    WECHAT_PAY_PUBLIC_KEY_ID: credentials.platformPublicKeyId,
  });
  assert.equal((await byPublicKey.queryCharge('LLquery001')).status, 'captured');
  const foreign = adapter({ WECHAT_PAY_PLATFORM_CERT: credentials.merchantCertificate });
  await assert.rejects(
    foreign.queryCharge('LLquery001'),
    refused('payment.signature_invalid', 'UNKNOWN_SERIAL'),
  );
  const otherKey = adapter({ WECHAT_PAY_API_V3_KEY: 'x'.repeat(32) });
  await assert.rejects(
    otherKey.queryCharge('LLquery001'),
    refused('payment.signature_invalid', 'UNREADABLE'),
  );
});
