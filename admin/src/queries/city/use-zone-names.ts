import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The names of a city's zones, for choosing one. */
export function useZoneNames(cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['zone-names', cityId],
    queryFn: ({ signal }) =>
      run(client.from('zones').select('id,name,translations').eq('city_id', cityId).order('name'), signal),
    staleTime: 60_000,
  });
}
