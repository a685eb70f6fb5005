import { createPaymentCreateApp } from '../payment-create/app.ts';
import type { PaymentWorld } from './payment-world.ts';

export const returnUrl = 'http://127.0.0.1:1/orders/1';
export const orderId = '0b0f9ad6-5c0c-4c53-9d5c-6a4f7a8c1e11';

/** Lets the stand-in database answer one charge, for an order or a top-up. */
export function answerPayment(
  world: PaymentWorld,
  outTradeNo: string,
  currency: string,
  status = 'pending',
): void {
  const payment = { payment_id: 'p1', out_trade_no: outTradeNo, amount_cents: 2350, currency };
  const expires_at = new Date(Date.now() + 900_000).toISOString();
  const body = { ...payment, description: '邻里小馆 D1', expires_at, status };
  world.rest.answers.create_payment = () => ({ body });
  world.rest.answers.create_top_up = () => ({ body });
}

/** Asks `payment-create` as a signed-in customer; `change` replaces the order. */
export async function createPayment(
  world: PaymentWorld,
  method: string,
  change: Record<string, unknown> = { order_id: orderId },
): Promise<{ status: number; json: Record<string, string> }> {
  const response = await createPaymentCreateApp(world.env).request('/payment-create', {
    method: 'POST',
    headers: { authorization: 'Bearer user-token' },
    body: JSON.stringify({ method, return_url: returnUrl, ...change }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, string> };
}
