import type { LinliClient, Tables } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

export type IncidentReason = Pick<Tables<'reason_codes'>, 'code' | 'label' | 'translations'>;

/** What may be in the way of a delivery, in the order that ops set. Throws DomainFailure. */
export async function listIncidentReasons(client: LinliClient): Promise<IncidentReason[]> {
  const rows = unwrap(
    await client
      .from('reason_codes')
      .select('code, label, translations')
      .eq('applies_to', 'delivery_fail')
      .eq('actor', 'rider')
      .eq('is_active', true)
      .order('sort_order')
      .abortSignal(requestLimit()),
  );
  return rows ?? [];
}
