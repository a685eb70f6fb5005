import type { Enums } from '@linli/database';

/** A voucher as the store that takes it sees it: the answer of `find_voucher`. */
export type DeskVoucher = {
  id: string;
  order_id: string;
  order_number: string;
  status: Enums<'voucher_status'>;
  code_hint: string;
  name: string;
  translations: unknown;
  amount_cents: number;
  currency: string;
  bought_at: string;
  expires_at: string;
  redeemed_at: string | null;
  /** Who of the store took it. */
  redeemed_by: string | null;
  customer_name: string | null;
  customer_phone: string | null;
};
