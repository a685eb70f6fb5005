/** What is read again after a command on invoices. */
export const invoiceKeys = {
  lists: ['invoices'] as const,
  one: (id: string) => ['invoice', id] as const,
  commission: ['commission-invoices'] as const,
};
