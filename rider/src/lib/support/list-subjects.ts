import type { LinliClient, Tables } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

export type Subject = Pick<Tables<'reason_codes'>, 'code' | 'label' | 'translations'>;

/** What a rider may ask support about, in the order that ops set. Throws DomainFailure. */
export async function listSubjects(client: LinliClient): Promise<Subject[]> {
  const rows = unwrap(
    await client
      .from('reason_codes')
      .select('code, label, translations')
      .eq('applies_to', 'ticket')
      .eq('actor', 'rider')
      .eq('is_active', true)
      .order('sort_order')
      .abortSignal(requestLimit()),
  );
  return rows ?? [];
}
