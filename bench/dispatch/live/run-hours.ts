import type { Chance } from './chance.ts';
import { runTicks, type TickTally } from './dispatcher.ts';
import type { Kitchen } from './kitchen.ts';
import type { Crew } from './make-crew.ts';
import type { Mishaps } from './mishaps.ts';
import type { RiderAgent } from './rider-agent.ts';
import type { SimDatabase } from './sim-database.ts';

const stepSeconds = 15;

/** What the hours are made of. */
export interface Hours {
  db: SimDatabase;
  crew: Crew;
  chance: Chance;
  kitchen: Kitchen;
  riders: RiderAgent[];
  tally: TickTally;
  /** What goes wrong on purpose; null on a quiet day. */
  mishaps: Mishaps | null;
}

/** Lives from `startsAt` for `seconds` with `orderCount` orders, then on until nothing is open, two hours more at most. */
export async function runHours(
  hours: Hours,
  startsAt: number,
  seconds: number,
  orderCount: number,
): Promise<void> {
  const { db, chance, kitchen, riders, tally, mishaps } = hours;
  const arrivals = Array.from({ length: orderCount }, () => startsAt + chance.below(seconds)).sort(
    (a, b) => a - b,
  );
  db.now = startsAt;
  for (const rider of riders) if (!rider.isDark) await rider.start();
  for (let step = 0; step < (seconds + 7_200) / stepSeconds; step += 1) {
    db.now = startsAt + step * stepSeconds;
    while ((arrivals[0] ?? Infinity) <= db.now) {
      arrivals.shift();
      await kitchen.order();
    }
    await kitchen.work();
    const busy = new Set(
      await db.call<string[]>(
        'postgres',
        `select coalesce(array_agg(x.rider_id), '{}') from (
           select rider_id from public.dispatch_offers where status = 'offered'
           union select rider_id from public.deliveries
           where status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')) x`,
      ),
    );
    for (const rider of riders) await rider.step(busy.has(rider.id));
    if (mishaps) await mishaps.step();
    if (step % 2 === 0) await runTicks(db, riders, tally, step % 40 === 0);
    if (step % 4 === 0) {
      await db.call('postgres', 'select private.run_minute()');
      await db.call('postgres', 'select private.watch_riders(), private.end_shifts()');
    }
    if (arrivals.length === 0 && kitchen.cooking.length === 0) {
      const open = await db.call<string>(
        'postgres',
        `select count(*) from public.orders where status in ('pending_payment', 'placed', 'accepted', 'preparing', 'ready', 'in_delivery')`,
      );
      if (Number(open) === 0) return;
    }
  }
}
