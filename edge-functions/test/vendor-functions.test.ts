import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createPaymentRefundApp } from '../payment-refund/app.ts';
import { createPaymentSyncApp } from '../payment-sync/app.ts';
import { createPaymentWebhookAlipayApp } from '../payment-webhook-alipay/app.ts';
import { createPaymentWebhookStripeApp } from '../payment-webhook-stripe/app.ts';
import { answerPayment, createPayment, returnUrl } from './ask-payment.ts';
import { eventually, serviceKey, startPaymentWorld, type PaymentWorld } from './payment-world.ts';

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

async function job(app: ReturnType<typeof createPaymentSyncApp>) {
  const headers = { authorization: `Bearer ${serviceKey}` };
  const response = await app.request('/job', { method: 'POST', headers, body: '{}' });
  return ((await response.json()) as { results: Record<string, string>[] }).results;
}

const vendors = [
  { name: 'alipay', currency: 'CNY', createWebhook: createPaymentWebhookAlipayApp },
  { name: 'stripe', currency: 'EUR', createWebhook: createPaymentWebhookStripeApp },
] as const;

for (const { name, currency, createWebhook } of vendors) {
  describe(name, () => {
    const control = (path: string, body?: unknown) =>
      fetch(`${world.vendors[name].url}/sandbox/${path}`, {
        method: 'POST',
        body: body === undefined ? null : JSON.stringify(body),
      });
    /** Opens the charge and the payer's page. */
    async function opened(no: string): Promise<void> {
      answerPayment(world, no, currency);
      const { status, json } = await createPayment(world, name);
      assert.equal(status, 200, JSON.stringify(json));
      await fetch(json.redirect_url ?? '');
    }

    test('a notification is recorded; while the database refuses, it comes again', async () => {
      await opened('LLfn000002');
      const app = createWebhook(world.env);
      world.onNotify = (request) => app.request(request);
      let refusals = 2;
      world.rest.answers.record_payment_event = () => {
        refusals -= 1;
        return refusals >= 0 ? { status: 422, body: { message: 'payment.amount_mismatch' } } : { body: {} };
      };
      await control('pay/LLfn000002');
      await eventually(() => events().length === 3);
      const [first, , last] = events();
      assert.deepEqual(first, last);
      assert.deepEqual(
        [last?.p_provider, last?.p_kind, last?.p_out_trade_no, last?.p_amount_cents],
        [name, 'captured', 'LLfn000002', 2350],
      );
    });

    test('a changed, unsigned or foreign notification is refused; a repeated one has the same event id', async () => {
      await opened('LLfn000003');
      const kept: Request[] = [];
      world.onNotify = (request) => {
        kept.push(request);
        return new Response('success');
      };
      await control('pay/LLfn000003');
      const [genuine] = kept;
      assert.ok(genuine);
      const body = await genuine.text();
      const app = createWebhook(world.env);
      const post = (text: string, headers: HeadersInit = genuine.headers) =>
        app.request('/', { method: 'POST', body: text, headers });
      assert.equal((await post(body.replace('LLfn000003', 'LLfn000002'))).status, 401);
      assert.equal((await post('{}', {})).status, 401);
      const elsewhere = createWebhook({
        ...world.env,
        ALIPAY_APP_ID: '2021',
        STRIPE_WEBHOOK_SECRET: 'whsec_x',
      });
      const foreign = await elsewhere.request('/', { method: 'POST', body, headers: genuine.headers });
      assert.equal(foreign.status, 401);
      assert.equal(events().length, 0);
      assert.equal((await post(body)).status, 200);
      assert.equal((await post(body)).status, 200);
      assert.equal(new Set(events().map((one) => one.p_event_id)).size, 1);
    });

    test('payment-create records a payment whose notification was lost instead of charging again', async () => {
      await opened('LLfn000004');
      await control('pay/LLfn000004?notify=false');
      const again = await createPayment(world, name);
      assert.deepEqual([again.json.status, again.json.redirect_url], ['captured', returnUrl]);
      assert.equal(events()[0]?.p_kind, 'captured');
    });

    test('payment-refund asks, the result is recorded; too much is refused for good', async () => {
      await opened('LLfn000005');
      await control('pay/LLfn000005?notify=false');
      const app = createWebhook(world.env);
      world.onNotify = (request) => app.request(request);
      const row = { payment_id: 'p1', provider: name, out_trade_no: 'LLfn000005', currency, reason: 'x' };
      const amounts = { total_cents: 2350, amount_cents: 2000 };
      world.rest.answers.claim_refunds = () => ({
        body: [
          { ...row, ...amounts, refund_id: 'r1', out_refund_no: 'LRfn1' },
          { ...row, ...amounts, refund_id: 'r2', out_refund_no: 'LRfn2' },
        ],
      });
      const results = await job(createPaymentRefundApp(world.env));
      assert.equal(results[0]?.error, undefined);
      assert.deepEqual([results[1]?.status, results[1]?.error], ['error', 'payment.provider_refused']);
      if (name === 'stripe') await control('refunds/LRfn1/settle', { status: 'succeeded' });
      await eventually(() => events().some((one) => one.p_kind === 'refunded'));
      const event = events().find((one) => one.p_kind === 'refunded');
      assert.equal(event?.p_amount_cents, 2000);
      assert.equal((event?.p_payload as Record<string, string>).out_refund_no, 'LRfn1');
      const failed = events().find((one) => one.p_kind === 'refund_failed');
      assert.equal((failed?.p_payload as Record<string, string>).out_refund_no, 'LRfn2');
    });

    test('payment-sync finds what notifications did not bring, always under the same event id', async () => {
      await opened('LLfn000006');
      await control('pay/LLfn000006?notify=false');
      const row = {
        payment_id: 'p1',
        provider: name,
        out_refund_no: null,
        amount_cents: 2350,
        is_given_up: false,
      };
      world.rest.answers.list_stale_payments = () => ({
        body: [
          { ...row, kind: 'payment', out_trade_no: 'LLfn000006' },
          { ...row, kind: 'payment', out_trade_no: 'LLfn-never' },
          { ...row, kind: 'refund', out_trade_no: 'LLfn000005', out_refund_no: 'LRfn1', amount_cents: 2000 },
        ],
      });
      const app = createPaymentSyncApp(world.env);
      const results = await job(app);
      assert.deepEqual(
        results.map((one) => one.status),
        ['captured', 'unknown', 'refunded'],
      );
      await job(app);
      assert.equal(events().length, 4);
      assert.equal(new Set(events().map((one) => one.p_event_id)).size, 2);
    });

    test('payment-sync closes what was given up and takes what was paid all the same', async () => {
      await opened('LLfn000007');
      await opened('LLfn000008');
      await control('pay/LLfn000008?notify=false');
      const row = { kind: 'payment', provider: name, amount_cents: 2350, is_given_up: true };
      world.rest.answers.list_stale_payments = () => ({
        body: [
          { ...row, out_trade_no: 'LLfn000007' },
          { ...row, out_trade_no: 'LLfn000008' },
        ],
      });
      const results = await job(createPaymentSyncApp(world.env));
      assert.deepEqual(
        results.map((one) => one.status),
        ['closed', 'captured'],
      );
      assert.ok((await control('pay/LLfn000007')).status >= 400);
    });
  });
}
