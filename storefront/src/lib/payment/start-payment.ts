import { db } from '#lib/platform/client.ts';

interface PaymentAnswer {
  payment_id: string;
  redirect_url: string;
}

/**
 * Opens the charge of an order with WeChat Pay and answers where to pay; a paid order leads straight to `returnUrl`.
 * Throws an error in the Data API's shape, e.g. `payment.order_not_payable`.
 */
export async function startPayment(orderId: string, returnUrl: string): Promise<string> {
  const { data, error } = await db().functions.invoke<PaymentAnswer>('payment-create', {
    body: { order_id: orderId, method: 'wechat_pay', return_url: returnUrl },
  });
  if (data) return data.redirect_url;
  const context: unknown = (error as { context?: unknown } | null)?.context;
  if (context instanceof Response) {
    const body: unknown = await context.json().catch(() => undefined);
    if (typeof body === 'object' && body !== null) throw Object.assign(new Error(), body);
  }
  throw error ?? new Error('no answer');
}
