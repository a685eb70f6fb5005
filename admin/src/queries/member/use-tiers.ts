import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The levels of membership, lowest first. */
export function useTiers() {
  const client = useClient();
  return useQuery({
    queryKey: ['member-tiers'],
    queryFn: ({ signal }) =>
      run(client.from('member_tiers').select('id,name,translations,level').order('level'), signal),
    staleTime: 5 * 60_000,
  });
}
