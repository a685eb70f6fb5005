import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** Names of a city's promotions that are not over, for choosing some; of one store where it is given. */
export function usePromotionNames(cityId: string, storeId?: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['promotion-names', cityId, storeId],
    queryFn: ({ signal }) => {
      let request = client.from('promotions').select('id,name,translations').eq('city_id', cityId);
      if (storeId !== undefined) request = request.eq('store_id', storeId);
      return run(request.neq('status', 'ended').order('name').limit(500), signal);
    },
    staleTime: 60_000,
  });
}
