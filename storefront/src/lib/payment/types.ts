import type { Enums } from '@linli/database';

/** How a customer pays. */
export type PaymentMethod = Enums<'payment_provider'>;

/** What the function `payment-providers` answers of one provider. */
export interface OfferedProvider {
  provider: PaymentMethod;
  /** ISO 4217. */
  currencies: string[];
}
