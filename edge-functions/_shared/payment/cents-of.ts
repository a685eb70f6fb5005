/** Minor units of an amount in major ones as statements write it, e.g. `-23.50` or `0.12000`; NaN where it is none. */
export function centsOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Math.round(Number(text) * 100);
}
