/** The kinds of rows whose ids the bench makes itself (`tests.bench_id` in shop.sql). */
export const kinds = { product: 1, buyer: 2, address: 3, coupon: 4, modifier: 6 } as const;

/** The id of the row of a kind with a number. */
export function benchId(kind: keyof typeof kinds, number: number): string {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  return `${hex(kinds[kind], 8)}-0000-4000-8000-${hex(number, 12)}`;
}
