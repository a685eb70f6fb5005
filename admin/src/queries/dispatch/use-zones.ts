import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type ZoneName = Pick<Tables<'zones'>, 'id' | 'name' | 'translations'>;

/** The zones of a city by name, without their areas. */
export function useZones(cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['zone-names', cityId],
    queryFn: async ({ signal }): Promise<ZoneName[]> =>
      run(client.from('zones').select('id,name,translations').eq('city_id', cityId).order('name'), signal),
    staleTime: 5 * 60_000,
  });
}
