import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createFindProvider } from '../_shared/payment/find-provider.ts';
import type { PaymentProvider } from '../_shared/payment/payment-provider.ts';
import { ProviderError } from '../_shared/payment/provider-error.ts';
import { ApiError } from '../_shared/platform/api-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { startPaymentWorld, type PaymentWorld } from './payment-world.ts';

let world: PaymentWorld;
before(async () => {
  world = await startPaymentWorld();
});
after(() => world.stop());

function refused(key: string, code?: string) {
  return (error: unknown) =>
    error instanceof ProviderError && error.key === key && (code === undefined || error.code === code);
}

const vendors = [
  {
    name: 'alipay',
    currency: 'CNY',
    failAt: 'alipay.trade.query',
    wrongKey: (): Env => ({ ALIPAY_PRIVATE_KEY: world.vendors.alipay.credentials.alipayPrivateKey }),
    elsewhere: { ALIPAY_GATEWAY_URL: 'http://127.0.0.1:9/gateway.do' },
    settle: async () => undefined,
  },
  {
    name: 'stripe',
    currency: 'EUR',
    failAt: 'GET /v1/payment_intents/search',
    wrongKey: (): Env => ({ STRIPE_SECRET_KEY: 'sk_test_wrong' }),
    elsewhere: { STRIPE_BASE_URL: 'http://127.0.0.1:9' },
    settle: (no: string, status: string) =>
      control('stripe', `refunds/${no}/settle`, { status }).then(() => undefined),
  },
] as const;

const control = (name: (typeof vendors)[number]['name'], path: string, body?: unknown) =>
  fetch(`${world.vendors[name].url}/sandbox/${path}`, {
    method: 'POST',
    body: body === undefined ? null : JSON.stringify(body),
  });

for (const { name, currency, failAt, wrongKey, elsewhere, settle } of vendors) {
  describe(name, () => {
    const adapter = (change: Env = {}): PaymentProvider =>
      createFindProvider({ ...world.env, ...change })(name);
    const charge = (outTradeNo: string, amountCents = 2350) => ({
      outTradeNo,
      amountCents,
      currency,
      description: '邻里小馆 D001',
      expiresAt: new Date(Date.now() + 900_000).toISOString(),
      returnUrl: 'http://127.0.0.1:1/orders/1?from=pay',
      payerIp: '127.0.0.1',
    });
    /** Makes the charge, opens the payer's page and pays there. */
    async function paid(provider: PaymentProvider, no: string, amountCents?: number): Promise<void> {
      const { redirectUrl } = await provider.createCharge(charge(no, amountCents));
      await fetch(redirectUrl);
      assert.equal((await control(name, `pay/${no}?notify=false`)).status, 200);
    }

    test('a charge leads to a page with its amount; made again it is the same one', async () => {
      const provider = adapter();
      const order = charge('LLcreate01');
      const first = await fetch((await provider.createCharge(order)).redirectUrl);
      assert.match(await first.text(), /23\.50/);
      const again = await fetch((await provider.createCharge(order)).redirectUrl);
      assert.equal(again.url, first.url);
      const otherPage = { ...order, returnUrl: 'http://127.0.0.1:1/elsewhere' };
      assert.equal((await fetch((await provider.createCharge(otherPage)).redirectUrl)).url, first.url);
    });

    test('what was paid is captured, and is not charged again', async () => {
      const provider = adapter();
      assert.equal((await provider.queryCharge('LLnever001')).status, 'unknown');
      await paid(provider, 'LLquery001');
      const state = await provider.queryCharge('LLquery001');
      assert.deepEqual([state.status, state.amountCents], ['captured', 2350]);
      assert.ok(state.transactionId && state.occurredAt);
      await assert.rejects(provider.createCharge(charge('LLquery001')), refused('payment.already_paid'));
      await assert.rejects(provider.closeCharge('LLquery001'), refused('payment.already_paid'));
    });

    test('a closed charge cannot be paid; closing what nobody opened is no error', async () => {
      const provider = adapter();
      const { redirectUrl } = await provider.createCharge(charge('LLclose001'));
      await fetch(redirectUrl);
      await provider.closeCharge('LLclose001');
      assert.ok((await control(name, 'pay/LLclose001')).status >= 400);
      await assert.rejects(provider.createCharge(charge('LLclose001')), refused('payment.charge_closed'));
      await provider.closeCharge('LLnever001');
    });

    test('a refund ends as refunded, is the same when repeated, and is never more than was paid', async () => {
      const provider = adapter();
      await paid(provider, 'LLrefund01', 1000);
      const order = { outTradeNo: 'LLrefund01', totalCents: 1000, currency, reason: '测试' };
      await provider.refund({ ...order, outRefundNo: 'LRa', amountCents: 600 });
      await provider.refund({ ...order, outRefundNo: 'LRa', amountCents: 600 });
      await settle('LRa', 'succeeded');
      const state = await provider.queryRefund('LLrefund01', 'LRa');
      assert.deepEqual([state.status, state.amountCents, state.outTradeNo], ['refunded', 600, 'LLrefund01']);
      await assert.rejects(
        provider.refund({ ...order, outRefundNo: 'LRb', amountCents: 600 }),
        refused('payment.provider_refused'),
      );
      assert.equal((await provider.queryRefund('LLrefund01', 'LRnone')).status, 'unknown');
      assert.equal((await provider.queryCharge('LLrefund01')).status, 'captured');
    });

    test('a whole refund leaves the charge captured', async () => {
      const provider = adapter();
      await paid(provider, 'LLwhole001', 700);
      const order = { outTradeNo: 'LLwhole001', totalCents: 700, currency, reason: '测试' };
      await provider.refund({ ...order, outRefundNo: 'LRwhole', amountCents: 700 });
      assert.equal((await provider.queryCharge('LLwhole001')).status, 'captured');
    });

    test('busy and unreachable is retryable, a wrong key is not', async () => {
      const retryable = (error: unknown) => error instanceof ProviderError && error.isRetryable;
      await control(name, 'fail-next', { match: failAt, status: 503, code: 'busy' });
      await assert.rejects(adapter().queryCharge('LLquery001'), retryable);
      await assert.rejects(adapter(elsewhere).queryCharge('LLquery001'), retryable);
      await assert.rejects(
        adapter(wrongKey()).queryCharge('LLquery001'),
        refused('payment.provider_refused'),
      );
    });
  });
}

test('an answer of Alipay is believed with its key only', async () => {
  const foreign = { ALIPAY_PUBLIC_KEY: world.vendors.alipay.credentials.merchantPublicKey };
  const provider = createFindProvider({ ...world.env, ...foreign })('alipay');
  await assert.rejects(provider.queryCharge('LLquery001'), refused('payment.signature_invalid'));
});

test('a refund that failed at Stripe is made anew', async () => {
  const provider = createFindProvider(world.env)('stripe');
  const order = { outTradeNo: 'LLquery001', totalCents: 2350, currency: 'EUR', reason: '测试' };
  const refund = { ...order, outRefundNo: 'LRfail', amountCents: 2350 };
  const first = await provider.refund(refund);
  await control('stripe', 'refunds/LRfail/settle', { status: 'failed' });
  assert.equal((await provider.queryRefund('LLquery001', 'LRfail')).status, 'failed');
  const second = await provider.refund(refund);
  assert.notEqual(second.refundId, first.refundId);
  assert.equal(second.status, 'processing');
});

test('a provider without keys, and one that does not exist, has no adapter', () => {
  const find = createFindProvider({ ...world.env, ALIPAY_APP_ID: '' });
  const key = (name: string) => (error: unknown) => error instanceof ApiError && error.key === name;
  assert.throws(() => find('alipay'), key('payment.method_unavailable'));
  assert.throws(() => find('toString'), key('payment.method_unknown'));
});
