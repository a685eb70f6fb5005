import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type ReconciliationRun = Tables<'reconciliation_runs'>;
export type ReconciliationItem = Tables<'reconciliation_items'>;

export const reconciliationKey = ['reconciliation'] as const;

/** The statements of providers that were compared with our books, the newest day first. */
export function useReconciliationRuns() {
  const client = useClient();
  return useQuery({
    queryKey: [...reconciliationKey, 'runs'],
    queryFn: ({ signal }) =>
      run(
        client
          .from('reconciliation_runs')
          .select('*')
          .order('on_date', { ascending: false })
          .order('provider')
          .limit(200),
        signal,
      ),
  });
}

/** The differences of a statement: first those that nobody has resolved. */
export function useReconciliationItems(runId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...reconciliationKey, 'items', runId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('reconciliation_items')
          .select('*')
          .eq('run_id', runId)
          .neq('status', 'matched')
          .order('resolved_at', { ascending: false, nullsFirst: true })
          .order('id')
          .limit(500),
        signal,
      ),
  });
}
