/** Fen as Alipay writes amounts: `23.50`. */
export function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}

/** Fen of an amount such as `23.5`; null where it is no positive amount of at most two decimals. */
export function fenOf(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value);
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text)) return null;
  const fen = Math.round(Number(text) * 100);
  return fen > 0 ? fen : null;
}
