import type { LinliClient } from '@linli/database';
import type { Translated } from '#lib/platform/local-text.ts';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

const pageSize = 20;

/** A finished task with what it earned. */
export interface DoneDelivery {
  id: string;
  orderId: string;
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
  before?: string,
): Promise<{ rows: DoneDelivery[]; isEnd: boolean }> {
  const rows =
    unwrap(
      await client
        .rpc('list_my_deliveries', { p_limit: pageSize, ...(before !== undefined && { p_before: before }) })
        .abortSignal(requestLimit()),
    ) ?? [];
  return {
    rows: rows.map((row) => ({
      id: row.id,
      orderId: row.order_id,
      deliveredAt: row.delivered_at,
      distanceMeters: row.distance_meters,
      payCents: row.pay_cents,
      tipCents: row.tip_cents,
      currency: row.currency,
      number: row.number,
      store: { name: row.store_name, translations: row.store_translations },
    })),
    isEnd: rows.length < pageSize,
  };
}
