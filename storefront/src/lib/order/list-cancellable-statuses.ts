import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { OrderStatus } from './types.ts';

let known: Promise<OrderStatus[]> | undefined;

/** The states in which the machine lets a customer cancel, asked for once a visit. */
export function listCancellableStatuses(): Promise<OrderStatus[]> {
  known ??= load().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function load(): Promise<OrderStatus[]> {
  const rows = unwrap(
    await db()
      .from('order_transitions')
      .select('from_status')
      .eq('command', 'cancel')
      .eq('actor', 'customer'),
  );
  return rows.map((row) => row.from_status);
}
