/** A column's or table's name as words: `minimum_order_cents` → `Minimum order`, `is_active` → `Active`. */
export function humanize(name: string): string {
  const words = name
    .replace(/^(custom\.|x_|is_)/, '')
    .replace(/_(cents|bps|id|path|at|on)$/, '')
    .replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
