import type { InvoiceBuyer } from './types.ts';

/** Which fields of a buyer are not right yet, by the rules of the database. */
export function checkBuyer(buyer: InvoiceBuyer): { title: boolean; taxNumber: boolean; email: boolean } {
  return {
    title: buyer.title.trim() === '',
    taxNumber: buyer.kind === 'company' && !/^[0-9A-Za-z-]{6,30}$/.test(buyer.taxNumber.trim()),
    email: !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(buyer.email.trim()),
  };
}
