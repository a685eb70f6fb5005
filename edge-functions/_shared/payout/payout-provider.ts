/** A payout to be made. Amount in minor units; `account` is the number that the payee gave. */
export interface PayoutOrder {
  outPayoutNo: string;
  amountCents: number;
  currency: string;
  party: 'merchant' | 'rider';
  bankName: string;
  account: string;
}

/** What the provider knows of a payout. `unknown`: it never heard of the number. */
export interface PayoutState {
  status: 'processing' | 'paid' | 'failed' | 'unknown';
  outPayoutNo: string;
  /** The provider's number. */
  reference: string | null;
  amountCents: number | null;
  /** Why it failed, in the provider's words. */
  reason: string | null;
  payload: Readonly<Record<string, unknown>>;
}

/** The port to a vendor that pays people. Every method throws ProviderError; every method may be repeated safely. */
export interface PayoutProvider {
  /** Whether it can pay to such an account in such a currency. */
  canPay(order: PayoutOrder): boolean;
  /** Makes the payout, or finds it again. */
  pay(order: PayoutOrder): Promise<PayoutState>;
  query(outPayoutNo: string): Promise<PayoutState>;
  /** Verifies and decrypts a notification; null where it is not about a payout. */
  parseWebhook(headers: Headers, body: string): Promise<PayoutState | null>;
}
