import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type CityRow = Tables<'cities'>;

/** The cities the reader may see, by name. */
export function useCities() {
  const client = useClient();
  return useQuery({
    queryKey: ['cities'],
    queryFn: ({ signal }) => run(client.from('cities').select('*').order('name'), signal),
    staleTime: 5 * 60_000,
  });
}
