import type { Enums, Tables } from '@linli/database';

/** The answer of `get_invoice` to its customer. */
export type Invoice = Tables<'order_invoices'> & { order_number: string; is_outdated: boolean };

/** To whom an invoice is made out. */
export interface InvoiceBuyer {
  kind: Enums<'invoice_buyer'>;
  title: string;
  taxNumber: string;
  email: string;
}
