import type { LinliClient, Tables } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

export type DeclineReason = Pick<Tables<'reason_codes'>, 'code' | 'label' | 'translations'>;

/** Why an offer may be declined, in the order that ops set. Throws DomainFailure. */
export async function listDeclineReasons(client: LinliClient): Promise<DeclineReason[]> {
  const rows = unwrap(
    await client
      .from('reason_codes')
      .select('code, label, translations')
      .eq('applies_to', 'offer_decline')
      .eq('is_active', true)
      .order('sort_order')
      .abortSignal(requestLimit()),
  );
  return rows ?? [];
}
