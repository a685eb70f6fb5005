import type { LinliClient, Tables } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

export type Breach = Pick<
  Tables<'breach_records'>,
  'id' | 'kind' | 'created_at' | 'waived_at' | 'waive_note'
>;

/** The rider's last breach records, newest first. Throws DomainFailure. */
export async function listBreaches(client: LinliClient, riderId: string): Promise<Breach[]> {
  const rows = unwrap(
    await client
      .from('breach_records')
      .select('id, kind, created_at, waived_at, waive_note')
      .eq('rider_id', riderId)
      .order('created_at', { ascending: false })
      .limit(50)
      .abortSignal(requestLimit()),
  );
  return rows ?? [];
}
