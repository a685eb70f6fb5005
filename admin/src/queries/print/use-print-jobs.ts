import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

export type PrintJobRow = Pick<
  Tables<'print_jobs'>,
  'id' | 'status' | 'failure' | 'attempt_count' | 'created_at' | 'printed_at'
>;

/** The tickets of an order, newest first; read again while one is on its way to paper. */
export function usePrintJobs(orderId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.prints(orderId),
    queryFn: ({ signal }): Promise<PrintJobRow[]> =>
      run(
        client
          .from('print_jobs')
          .select('id,status,failure,attempt_count,created_at,printed_at')
          .eq('order_id', orderId)
          .order('created_at', { ascending: false })
          .limit(5),
        signal,
      ),
    refetchInterval: ({ state }) =>
      state.data?.some((job) => job.status === 'queued' || job.status === 'sent') ? 5000 : false,
  });
}
