import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createPaymentCreateApp } from '../payment-create/app.ts';
import { createPaymentProvidersApp } from '../payment-providers/app.ts';
import { answerPayment, createPayment, orderId, returnUrl } from './ask-payment.ts';
import { startPaymentWorld, type PaymentWorld } from './payment-world.ts';

let world: PaymentWorld;
before(async () => {
  world = await startPaymentWorld();
});
after(() => world.stop());
beforeEach(() => {
  world.rest.calls.length = 0;
});

test('the wallet pays in the database alone; a top-up asks for its own charge', async () => {
  answerPayment(world, 'LLwallet', 'CNY', 'captured');
  const paid = await createPayment(world, 'wallet');
  assert.deepEqual([paid.json.status, paid.json.redirect_url], ['captured', returnUrl]);
  assert.deepEqual(world.rest.calls[0]?.args, { p_order_id: orderId, p_provider: 'wallet' });
  answerPayment(world, 'LWtopup01', 'CNY');
  const top_up = { amount_cents: 2350, currency: 'CNY', key: 'k1' };
  const opened = await createPayment(world, 'alipay', { top_up });
  assert.match(opened.json.redirect_url ?? '', /alipay\.trade\.wap\.pay/);
  const asked = { p_amount_cents: 2350, p_provider: 'alipay', p_idempotency_key: 'k1', p_currency: 'CNY' };
  assert.deepEqual(world.rest.calls[1]?.args, asked);
  assert.equal((await createPayment(world, 'alipay', { top_up: { amount_cents: '1' } })).status, 400);
});

test('what is offered are the providers with keys and their currencies; others are refused', async () => {
  const offered = async (change: Record<string, string>) => {
    const response = await createPaymentProvidersApp({ ...world.env, ...change }).request('/');
    return ((await response.json()) as { providers: unknown[] }).providers;
  };
  assert.deepEqual(await offered({ STRIPE_CURRENCIES: 'eur, cny' }), [
    { provider: 'wechat_pay', currencies: ['CNY'] },
    { provider: 'alipay', currencies: ['CNY'] },
    { provider: 'stripe', currencies: ['EUR', 'CNY'] },
  ]);
  assert.deepEqual(await offered({ WECHAT_PAY_MCHID: '', STRIPE_SECRET_KEY: '' }), [
    { provider: 'alipay', currencies: ['CNY'] },
  ]);
  answerPayment(world, 'LLeuro', 'EUR');
  const refused = await createPayment(world, 'alipay');
  assert.deepEqual([refused.status, refused.json.message], [422, 'payment.method_unavailable']);
});

test('payment-create answers the preflight of a browser', async () => {
  const response = await createPaymentCreateApp(world.env).request('/payment-create', { method: 'OPTIONS' });
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
});
