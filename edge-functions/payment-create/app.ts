import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { chargeEvent } from '../_shared/payment/charge-event.ts';
import { createFindProvider } from '../_shared/payment/find-provider.ts';
import { offeredProviders } from '../_shared/payment/offered-providers.ts';
import { providerAnswer } from '../_shared/payment/provider-answer.ts';
import { ProviderError } from '../_shared/payment/provider-error.ts';
import { recordEvent } from '../_shared/payment/record-event.ts';
import { ApiError } from '../_shared/platform/api-error.ts';
import { answerError } from '../_shared/platform/answer-error.ts';
import { required, type Env } from '../_shared/platform/env.ts';
import { readJson } from '../_shared/platform/read-json.ts';
import { createRpc, type Rpc } from '../_shared/platform/rpc.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';
import { readRequest, type PaymentSubject } from './read-request.ts';

/** What `create_payment` and `create_top_up` answer. */
interface Payment {
  payment_id: string;
  out_trade_no: string;
  amount_cents: number;
  currency: string;
  description: string;
  expires_at: string;
  status: string;
}

/**
 * The customer goes to pay an order, `{order_id, method, return_url}`, or to fill the wallet,
 * `{top_up: {amount_cents, currency, key}, method, return_url}` → `{payment_id, status, redirect_url}`. A repeat gives the
 * same payment; a paid one, as one from the wallet is at once, leads back to `return_url`. An order's amount comes from
 * the database alone. 422 payment.method_unavailable where the provider cannot charge in the currency.
 */
export function createPaymentCreateApp(env: Env): Hono {
  const app = new Hono();
  const findProvider = createFindProvider(env);
  const offered = offeredProviders(env);
  const origins = (env.PAYMENT_RETURN_ORIGINS ?? '').split(',').filter((one) => one !== '');

  app.use(cors({ origin: '*', allowHeaders: ['authorization', 'apikey', 'content-type', 'x-client-info'] }));

  app.post('*', async (c) => {
    const authorization = c.req.header('authorization');
    if (!authorization) throw new ApiError(401, 'auth.required');
    const { subject, method, returnUrl } = readRequest(readJson(await c.req.text()), origins);
    // The wallet is settled by the database; the others need an adapter with keys.
    const provider = method === 'wallet' ? null : findProvider(method);
    const apikey = c.req.header('apikey') ?? required(env, 'SUPABASE_ANON_KEY');
    const rpc = createRpc(required(env, 'SUPABASE_URL'), { apikey, authorization });
    const payment = await openPayment(rpc, subject, method);
    const { payment_id, out_trade_no: outTradeNo, status, currency } = payment;
    if (provider === null || status !== 'pending')
      return c.json({ payment_id, status, redirect_url: returnUrl });
    if (!offered.some((one) => one.provider === method && one.currencies.includes(currency)))
      throw new ApiError(422, 'payment.method_unavailable', { method, currency });
    try {
      const { redirectUrl } = await provider.createCharge({
        outTradeNo,
        amountCents: payment.amount_cents,
        currency,
        description: payment.description,
        expiresAt: payment.expires_at,
        returnUrl,
        payerIp: c.req.header('x-forwarded-for')?.split(',')[0]?.trim() || '127.0.0.1',
      });
      return c.json({ payment_id, status, redirect_url: redirectUrl });
    } catch (error) {
      if (!(error instanceof ProviderError) || error.key !== 'payment.already_paid') throw error;
      // Paid, but the notification has not come: ask now, so that nobody pays twice.
      const event = chargeEvent(await provider.queryCharge(outTradeNo));
      if (event) await recordEvent(serviceRpc(env), method, event);
      return c.json({ payment_id, status: 'captured', redirect_url: returnUrl });
    }
  });

  app.onError((error) => answerError(providerAnswer(error)));
  return app;
}

function openPayment(rpc: Rpc, subject: PaymentSubject, method: string): Promise<Payment> {
  if ('orderId' in subject) return rpc('create_payment', { p_order_id: subject.orderId, p_provider: method });
  const { amountCents, currency, key } = subject;
  return rpc('create_top_up', {
    p_amount_cents: amountCents,
    p_provider: method,
    p_idempotency_key: key,
    p_currency: currency,
  });
}
