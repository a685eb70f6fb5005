import type { Notification } from '@linli/sandbox-kit';

type Metadata = Record<string, string>;

/** Objects as the API answers them; amounts in minor units, instants in Unix seconds. */
export interface Session {
  id: string;
  object: 'checkout.session';
  amount_total: number;
  client_reference_id: string | null;
  created: number;
  currency: string;
  expires_at: number;
  livemode: false;
  metadata: Metadata;
  mode: 'payment';
  payment_intent: string | null;
  payment_status: 'unpaid' | 'paid';
  status: 'open' | 'complete' | 'expired';
  success_url: string;
  cancel_url: string | null;
  /** Null once it can no longer be paid. */
  url: string | null;
}

export interface PaymentIntent {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_received: number;
  created: number;
  currency: string;
  latest_charge: string;
  livemode: false;
  metadata: Metadata;
  status: 'succeeded';
}

export interface Charge {
  id: string;
  object: 'charge';
  amount: number;
  amount_refunded: number;
  created: number;
  currency: string;
  metadata: Metadata;
  paid: true;
  payment_intent: string;
  status: 'succeeded';
}

export interface Refund {
  id: string;
  object: 'refund';
  amount: number;
  charge: string;
  created: number;
  currency: string;
  metadata: Metadata;
  payment_intent: string;
  status: 'pending' | 'succeeded' | 'failed';
}

export interface BalanceTransaction {
  id: string;
  object: 'balance_transaction';
  amount: number;
  created: number;
  currency: string;
  fee: number;
  net: number;
  source: string;
  status: 'available';
  type: 'charge' | 'refund';
}

/** What an Idempotency-Key stands for: the first request and its answer. */
export interface KeptAnswer {
  request: string;
  status: number;
  body: string;
}

/** Everything that outlives a restart. Objects by id; what the payment intent of a session gets as `intent_metadata`. */
export interface SandboxState {
  sessions: Record<string, Session>;
  intent_metadata: Record<string, Metadata>;
  payment_intents: Record<string, PaymentIntent>;
  charges: Record<string, Charge>;
  refunds: Record<string, Refund>;
  balance_transactions: Record<string, BalanceTransaction>;
  kept_answers: Record<string, KeptAnswer>;
  notifications: Record<string, Notification>;
}
