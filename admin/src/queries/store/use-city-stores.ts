import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The names and categories of all stores of a city. */
export function useCityStores(cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['city-stores', cityId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('stores')
          .select('id,name,translations,category_id')
          .eq('city_id', cityId)
          .order('name')
          .limit(2000),
        signal,
      ),
    staleTime: 60_000,
  });
}
