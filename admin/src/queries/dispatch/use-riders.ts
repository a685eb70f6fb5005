import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type RiderRow = Tables<'riders'>;

/** The riders of a city; for ops. */
export function useRiders(cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['riders', cityId],
    queryFn: ({ signal }) =>
      run(client.from('riders').select('*').eq('city_id', cityId).order('display_name').limit(2000), signal),
    refetchInterval: 30_000,
  });
}
