import { startPayment } from './start-payment.ts';
import type { PaymentMethod } from './types.ts';

/** Leaves for the cashier; the cashier leads back to the order's page with `?returned=1`. */
export async function payOrder(orderId: string, method: PaymentMethod): Promise<void> {
  const returnUrl = new URL(`/orders/${orderId}?returned=1`, location.origin);
  location.assign(await startPayment(orderId, method, returnUrl.href));
}
