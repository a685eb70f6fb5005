import { addDays, dayIn, hourIn } from './day-time.ts';

export type SaleOrder = {
  status: string;
  total_cents: number;
  placed_at: string | null;
  accepted_at: string | null;
};
export type SalesReport = {
  today: {
    orders: number;
    cents: number;
    lost: number;
    averageCents: number;
    answerSeconds: number | undefined;
  };
  /** Orders placed today by local hour, 24 numbers. */
  hours: number[];
  /** The last seven local days, today last. */
  days: { day: string; orders: number; cents: number }[];
};

const lost = new Set(['rejected', 'cancelled', 'expired']);

/**
 * Today and the last week of a store, from its orders. Lost orders (rejected, cancelled) earn nothing and
 * are counted apart. `now` and the time zone decide which day an order belongs to; amounts are minor units.
 */
export function salesReport(orders: readonly SaleOrder[], now: Date, timeZone: string): SalesReport {
  const today = dayIn(now, timeZone);
  const days = Array.from({ length: 7 }, (_, index) => ({
    day: addDays(today, index - 6),
    orders: 0,
    cents: 0,
  }));
  const hours = Array.from({ length: 24 }, () => 0);
  let lostToday = 0;
  const answers: number[] = [];
  for (const order of orders) {
    if (order.placed_at === null) continue;
    const placed = new Date(order.placed_at);
    const day = dayIn(placed, timeZone);
    if (day === today && order.accepted_at !== null)
      answers.push((Date.parse(order.accepted_at) - +placed) / 1000);
    if (lost.has(order.status)) {
      if (day === today) lostToday += 1;
      continue;
    }
    const bucket = days.find((known) => known.day === day);
    if (bucket === undefined) continue;
    bucket.orders += 1;
    bucket.cents += order.total_cents;
    const hour = hourIn(placed, timeZone);
    if (day === today) hours[hour] = (hours[hour] ?? 0) + 1;
  }
  const mine = days[6] ?? { orders: 0, cents: 0 };
  return {
    today: {
      orders: mine.orders,
      cents: mine.cents,
      lost: lostToday,
      averageCents: mine.orders === 0 ? 0 : Math.round(mine.cents / mine.orders),
      answerSeconds:
        answers.length === 0 ? undefined : answers.reduce((sum, one) => sum + one, 0) / answers.length,
    },
    hours,
    days,
  };
}
