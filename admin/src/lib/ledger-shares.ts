export type LedgerEntry = {
  account: string;
  owner_id: string | null;
  owner_name: string | null;
  purpose: string;
  amount_cents: number;
};

export type LedgerShare = {
  key: string;
  account: string;
  ownerName: string | null;
  /** Minor units this party ends with: positive received, negative paid. */
  net: number;
  parts: { purpose: string; amount: number }[];
};

/**
 * Who got what of an order: debits and credits turned into what each party received (+) or paid (−).
 * Parties whose entries cancel out are left out. The nets sum to zero whenever the ledger balances.
 */
export function ledgerShares(entries: readonly LedgerEntry[]): { shares: LedgerShare[]; sum: number } {
  const byParty = new Map<string, LedgerShare>();
  for (const entry of entries) {
    const key = `${entry.account}:${entry.owner_id ?? ''}`;
    const share = byParty.get(key) ?? {
      key,
      account: entry.account,
      ownerName: entry.owner_name,
      net: 0,
      parts: [],
    };
    byParty.set(key, share);
    share.net -= entry.amount_cents;
    const part = share.parts.find((known) => known.purpose === entry.purpose);
    if (part) part.amount -= entry.amount_cents;
    else share.parts.push({ purpose: entry.purpose, amount: -entry.amount_cents });
  }
  const all = [...byParty.values()];
  const sum = all.reduce((total, share) => total + share.net, 0);
  return { shares: all.filter((share) => share.net !== 0).sort((a, b) => a.net - b.net), sum };
}
