import type { LinliClient } from '@linli/database';
import type { Translated } from '#lib/platform/local-text.ts';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

const pageSize = 20;

/** A finished task with what it earned. */
export interface DoneDelivery {
  id: string;
  deliveredAt: string;
  distanceMeters: number;
  payCents: number;
  tipCents: number;
  currency: string;
  number: string;
  store: Translated;
}

/** The rider's delivered tasks, newest first, `before` a time (ISO) for the next page; `isEnd` when it is the last. */
export async function listRecentDeliveries(
  client: LinliClient,
  riderId: string,
  before?: string,
): Promise<{ rows: DoneDelivery[]; isEnd: boolean }> {
  let query = client
    .from('deliveries')
    .select(
      'id, delivered_at, distance_meters, rider_pay_cents, orders(number, currency, tip_cents), stores(name, translations)',
    )
    .eq('rider_id', riderId)
    .eq('status', 'delivered')
    .order('delivered_at', { ascending: false })
    .limit(pageSize);
  if (before !== undefined) query = query.lt('delivered_at', before);
  const rows = unwrap(await query.abortSignal(requestLimit())) ?? [];
  return {
    rows: rows.map((row) => ({
      id: row.id,
      deliveredAt: row.delivered_at ?? '',
      distanceMeters: row.distance_meters,
      payCents: row.rider_pay_cents,
      tipCents: row.orders.tip_cents,
      currency: row.orders.currency,
      number: row.orders.number,
      store: row.stores,
    })),
    isEnd: rows.length < pageSize,
  };
}
