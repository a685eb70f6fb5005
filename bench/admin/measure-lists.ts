import { readOrderPage } from '../../admin/src/queries/order/read-order-page.ts';
import type { OrderFilter } from '../../admin/src/lib/order-filter.ts';
import { percentile } from '../checkout/percentile.ts';
import type { Office } from './open-office.ts';

const warmUp = 5;

type Place = { id: string; timezone: string };

/** What the filters of the order list can be set to; `n` makes every question a little different. */
function filters(storeIds: string[]): Record<string, (n: number) => OrderFilter> {
  const store = (n: number) => storeIds[(n * 7) % storeIds.length];
  const day = (n: number) => new Date(Date.now() - (1 + (n % 80)) * 86_400_000).toISOString().slice(0, 10);
  return {
    'by state': (n) => ({ statuses: [['placed', 'cancelled', 'rejected', 'completed'][n % 4] ?? 'placed'] }),
    'open states': () => ({ statuses: ['placed', 'accepted', 'preparing', 'ready', 'in_delivery'] }),
    'by store': (n) => ({ statuses: [], storeId: store(n) }),
    'by store and state': (n) => ({ statuses: ['cancelled'], storeId: store(n) }),
    'by day': (n) => ({ statuses: [], day: day(n) }),
    'by day and state': (n) => ({ statuses: ['expired', 'rejected'], day: day(n) }),
    'by last digits of number': (n) => ({ statuses: [], number: String(100_000 + n * 7919) }),
    'by last digits of phone': (n) => ({ statuses: [], number: String(1000 + ((n * 137) % 9000)) }),
  };
}

/** Milliseconds that the first page of the order list takes, as the app asks for it: p95 bare, and of the slowest filter. */
export async function measureLists(
  { client, db }: Office,
  city: Place,
  rounds: number,
  say: (line: string) => void,
): Promise<{ list: number; filter: number }> {
  const { rows } = await db.query<{ id: string }>('select id from public.stores where city_id = $1', [
    city.id,
  ]);
  const ask = async (name: string, filter: (n: number) => OrderFilter): Promise<number> => {
    const times: number[] = [];
    for (let n = 0; n < rounds + warmUp; n += 1) {
      const start = performance.now();
      await readOrderPage(client, city, filter(n), undefined);
      times.push(performance.now() - start);
    }
    const counted = times.slice(warmUp);
    const p95 = percentile(counted, 0.95);
    say(`${name.padEnd(26)} p50 ${percentile(counted, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
    return p95;
  };
  const list = await ask('first page', () => ({ statuses: [] }));
  let filter = 0;
  for (const [name, make] of Object.entries(filters(rows.map(({ id }) => id)))) {
    filter = Math.max(filter, await ask(name, make));
  }
  return { list, filter };
}
