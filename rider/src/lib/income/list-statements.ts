import type { LinliClient, Tables } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

export type Statement = Pick<
  Tables<'settlement_statements'>,
  'id' | 'period_on' | 'currency' | 'order_count' | 'gross_cents' | 'deducted_cents' | 'net_cents'
>;

/** The rider's settlement statements of the last 60 settled days, newest first. Throws DomainFailure. */
export async function listStatements(client: LinliClient, riderId: string): Promise<Statement[]> {
  const rows = unwrap(
    await client
      .from('settlement_statements')
      .select('id, period_on, currency, order_count, gross_cents, deducted_cents, net_cents')
      .eq('party', 'rider')
      .eq('party_id', riderId)
      .order('period_on', { ascending: false })
      .limit(60)
      .abortSignal(requestLimit()),
  );
  return rows ?? [];
}
