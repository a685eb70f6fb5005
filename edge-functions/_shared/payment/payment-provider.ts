/** A charge to be made. Amounts in minor units; `expiresAt` ISO 8601. */
export interface Charge {
  outTradeNo: string;
  amountCents: number;
  currency: string;
  description: string;
  expiresAt: string;
  /** Where the payer comes back to. */
  returnUrl: string;
  payerIp: string;
}

/** What the provider knows of a charge. `unknown`: it never heard of the number. */
export interface ChargeState {
  status: 'unpaid' | 'captured' | 'closed' | 'unknown';
  outTradeNo: string;
  transactionId: string | null;
  amountCents: number | null;
  /** ISO 8601, null while nothing happened. */
  occurredAt: string | null;
  payload: Readonly<Record<string, unknown>>;
}

/** A refund to be made; `totalCents` is the amount of the charge. */
export interface RefundOrder {
  outTradeNo: string;
  outRefundNo: string;
  amountCents: number;
  totalCents: number;
  currency: string;
  reason: string;
}

/** What the provider knows of a refund. */
export interface RefundState {
  status: 'processing' | 'refunded' | 'failed' | 'unknown';
  outRefundNo: string;
  outTradeNo: string | null;
  refundId: string | null;
  transactionId: string | null;
  amountCents: number | null;
  occurredAt: string | null;
  payload: Readonly<Record<string, unknown>>;
}

/** A verified fact, ready for `record_payment_event`. */
export interface PaymentEvent {
  eventId: string;
  kind: 'captured' | 'closed' | 'refunded' | 'refund_failed';
  outTradeNo: string;
  transactionId: string | null;
  amountCents: number;
  occurredAt: string;
  /** The provider's own words; for refunds with `out_refund_no`. */
  payload: Readonly<Record<string, unknown>>;
}

/** One line of a provider's statement. Amounts in minor units, positive; a fee that comes back is negative. */
export interface StatementRow {
  kind: 'payment' | 'refund';
  outTradeNo: string;
  outRefundNo: string | null;
  /** The provider's number of the payment or of the refund; of the payment where refunds have none. */
  transactionId: string;
  amountCents: number;
  feeCents: number;
  currency: string;
  occurredAt: string;
}

/** The port to a payment vendor. Every method throws ProviderError; every method may be repeated safely. */
export interface PaymentProvider {
  /** Makes the charge, or finds it again, and answers where the payer pays. */
  createCharge(charge: Charge): Promise<{ redirectUrl: string }>;
  queryCharge(outTradeNo: string): Promise<ChargeState>;
  /** Makes sure that the charge can no longer be paid; payment.already_paid where it was. One that is unknown is closed. */
  closeCharge(outTradeNo: string): Promise<void>;
  refund(order: RefundOrder): Promise<RefundState>;
  queryRefund(outTradeNo: string, outRefundNo: string): Promise<RefundState>;
  /** Verifies and decrypts a notification; null where it says nothing that concerns us. */
  parseWebhook(headers: Headers, body: string): Promise<PaymentEvent | null>;
  /** What was paid and refunded on a day `YYYY-MM-DD` that is over, in the statement's time zone. */
  downloadStatement(on: string): Promise<StatementRow[]>;
}
