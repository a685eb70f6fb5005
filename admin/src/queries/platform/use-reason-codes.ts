import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type ReasonRow = Tables<'reason_codes'>;

/** All reasons, in the order in which they are offered. */
export function useReasonCodes() {
  const client = useClient();
  return useQuery({
    queryKey: ['reason-codes'],
    queryFn: ({ signal }) => run(client.from('reason_codes').select('*').order('sort_order'), signal),
    staleTime: 5 * 60_000,
  });
}
