import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** Names of merchants and riders by their ids, for ops. */
export function usePartyNames() {
  const client = useClient();
  return useQuery({
    queryKey: ['party-names'],
    queryFn: async ({ signal }): Promise<Map<string, string>> => {
      const [merchants, riders] = await Promise.all([
        run(client.from('merchants').select('id,name').limit(5000), signal),
        run(client.from('riders').select('id,display_name').limit(5000), signal),
      ]);
      return new Map([
        ...merchants.map((row) => [row.id, row.name] as const),
        ...riders.map((row) => [row.id, row.display_name] as const),
      ]);
    },
    staleTime: 60_000,
  });
}
