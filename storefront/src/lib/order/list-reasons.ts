import type { Tables } from '@linli/database';
import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

export type Reason = Tables<'reason_codes'>;

let known: Promise<Reason[]> | undefined;

/** Every reason why an order ended or may end, asked for once a visit. */
export function listReasons(): Promise<Reason[]> {
  known ??= load().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function load(): Promise<Reason[]> {
  return unwrap(
    await db()
      .from('reason_codes')
      .select('*')
      .in('applies_to', ['order_cancel', 'order_reject', 'delivery_fail'])
      .order('sort_order'),
  );
}
