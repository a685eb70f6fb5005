import { newKey } from '@linli/database';
import { readStored, writeStored } from '#lib/platform/stored.ts';

/** An order on its way: what was sent, so that a second tap or a reload sends the very same again. */
export interface Placement {
  quoteId: string;
  idempotencyKey: string;
  note: string;
  /** The cart that was quoted; another cart is another order. */
  fingerprint: string;
}

const name = (storeId: string) => `linli.placement.${storeId}`;

/** The placement of a quote; made and kept on first call, the same one ever after. */
export function keepPlacement(storeId: string, wanted: Omit<Placement, 'idempotencyKey'>): Placement {
  const kept = readPlacement(storeId);
  if (kept?.quoteId === wanted.quoteId) return kept;
  const placement = { ...wanted, idempotencyKey: newKey() };
  writeStored(name(storeId), placement);
  return placement;
}

/** The placement whose answer never came, if there is one. */
export function readPlacement(storeId: string): Placement | undefined {
  return readStored<Placement>(name(storeId));
}

/** Forgets the placement: it was answered. */
export function dropPlacement(storeId: string): void {
  writeStored(name(storeId), undefined);
}
