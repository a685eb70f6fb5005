import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type TickRow = {
  id: string;
  zone_id: string;
  created_at: string;
  finished_at: string | null;
  result: { delivery_id: string; rider_id: string; outcome: string }[] | null;
  held: { delivery_id: string }[] | null;
};

/** The last rounds of a zone that dispatch decided, newest first, without what they saw. */
export function useTicks(zoneId: string | undefined, limit = 60) {
  const client = useClient();
  return useQuery({
    queryKey: ['ticks', zoneId, limit],
    queryFn: async ({ signal }) =>
      (await run(
        client
          .from('dispatch_ticks')
          .select('id,zone_id,created_at,finished_at,result,held:plan->held')
          .eq('zone_id', zoneId ?? '')
          .order('created_at', { ascending: false })
          .limit(limit),
        signal,
      )) as unknown as TickRow[],
    enabled: zoneId !== undefined,
    refetchInterval: 30_000,
  });
}
