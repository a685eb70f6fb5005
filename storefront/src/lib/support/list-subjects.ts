import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Reason } from '#lib/order/list-reasons.ts';

/** What a customer may ask support about. */
export async function listSubjects(): Promise<Reason[]> {
  return unwrap(
    await db()
      .from('reason_codes')
      .select('*')
      .eq('applies_to', 'ticket')
      .eq('actor', 'customer')
      .eq('is_active', true)
      .order('sort_order'),
  );
}
