/** The account's settings. */
export interface StripeConfig {
  /** Null: Stripe itself. */
  baseUrl: string | null;
  secretKey: string;
  webhookSecret: string;
}
