export type SplitEntry = { account: string; purpose: string; amount_cents: number };
export const parties = ['customer', 'merchant', 'platform', 'rider', 'tax'] as const;
export type Party = (typeof parties)[number];
export type SplitTable = {
  rows: { purpose: string; amounts: Record<Party, number> }[];
  /** What each party pays (negative) or gets; all together are zero. */
  totals: Record<Party, number>;
};

const partyOf: Record<string, Party> = {
  refund_liability: 'customer',
  merchant_payable: 'merchant',
  rider_payable: 'rider',
  tax_payable: 'tax',
};

/** Entries of a split (debits positive) as a table of what every party pays and gets, purpose by purpose. */
export function splitTable(entries: readonly SplitEntry[]): SplitTable {
  const none = (): Record<Party, number> => ({ customer: 0, merchant: 0, platform: 0, rider: 0, tax: 0 });
  const totals = none();
  const rows = new Map<string, Record<Party, number>>();
  for (const { account, purpose, amount_cents } of entries) {
    const party = partyOf[account] ?? 'platform';
    const row = rows.get(purpose) ?? none();
    row[party] -= amount_cents;
    totals[party] -= amount_cents;
    rows.set(purpose, row);
  }
  return { rows: [...rows].map(([purpose, amounts]) => ({ purpose, amounts })), totals };
}
