import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** What came in and where it went, by local day of a city; both days are included. */
export function useMoneyFlow(cityId: string, from: string, to: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['money-flow', cityId, from, to],
    queryFn: ({ signal }) =>
      run(client.rpc('get_money_flow', { p_city_id: cityId, p_from: from, p_to: to }), signal),
  });
}
