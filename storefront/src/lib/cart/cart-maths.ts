import type { CartLine } from './types.ts';

/** Most of one line; the server refuses more. */
export const maxQuantity = 99;

/** Same product, same options, same note: the same line. */
export function lineKey(productId: string, modifierIds: readonly string[], note: string): string {
  return [productId, [...modifierIds].sort().join('+'), note.trim()].join('|');
}

/** The lines with one more added; equal lines grow instead. */
export function addLine(lines: readonly CartLine[], line: CartLine): CartLine[] {
  const known = lines.find((one) => one.key === line.key);
  if (!known) return [...lines, line];
  const quantity = Math.min(maxQuantity, known.quantity + line.quantity);
  return lines.map((one) => (one === known ? { ...line, quantity } : one));
}

/** The lines with one at another quantity; zero removes it. */
export function setQuantity(lines: readonly CartLine[], key: string, quantity: number): CartLine[] {
  if (quantity <= 0) return lines.filter((line) => line.key !== key);
  return lines.map((line) =>
    line.key === key ? { ...line, quantity: Math.min(maxQuantity, quantity) } : line,
  );
}

/** Sum of the lines that can be ordered, minor units. */
export function subtotalCents(lines: readonly CartLine[]): number {
  return orderable(lines).reduce((sum, line) => sum + line.unitPriceCents * line.quantity, 0);
}

/** Pieces in the cart. */
export function pieceCount(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** Pieces of one product over all its lines. */
export function productCount(lines: readonly CartLine[], productId: string): number {
  return pieceCount(lines.filter((line) => line.productId === productId));
}

/** The lines without a known problem. */
export function orderable(lines: readonly CartLine[]): CartLine[] {
  return lines.filter((line) => line.problem === undefined);
}

/** The lines as `quote_order` takes them. */
export function quoteItems(
  lines: readonly CartLine[],
): { product_id: string; quantity: number; modifier_ids: string[]; note: string }[] {
  return orderable(lines).map((line) => ({
    product_id: line.productId,
    quantity: line.quantity,
    modifier_ids: line.modifiers.map((modifier) => modifier.id),
    note: line.note,
  }));
}
