import { db } from '#lib/platform/client.ts';
import type { PaymentMethod } from './types.ts';

interface PaymentAnswer {
  payment_id: string;
  redirect_url: string;
}

/** Waits before another try (milliseconds): a function that has not run for a while takes a moment to start. */
const pauses = [800, 2000];

/**
 * Opens the charge of an order and answers where to pay; a paid order leads straight to `returnUrl`, as the wallet does.
 * Asking again gives the same charge, so a lost answer or a busy server is tried again. Throws an error in the Data
 * API's shape, e.g. `payment.order_not_payable`.
 */
export async function startPayment(
  orderId: string,
  method: PaymentMethod,
  returnUrl: string,
): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const { data, error } = await db().functions.invoke<PaymentAnswer>('payment-create', {
      body: { order_id: orderId, method, return_url: returnUrl },
    });
    if (data) return data.redirect_url;
    const answer: unknown = (error as { context?: unknown } | null)?.context;
    const pause = pauses[attempt];
    if (pause === undefined || (answer instanceof Response && answer.status < 500))
      throw await readFailure(error, answer);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** The refusal that the function wrote, else the error itself. */
async function readFailure(error: unknown, answer: unknown): Promise<unknown> {
  if (!(answer instanceof Response)) return error ?? new Error('no answer');
  const body: unknown = await answer.json().catch(() => undefined);
  return typeof body === 'object' && body !== null
    ? Object.assign(new Error(), { status: answer.status }, body)
    : error;
}
