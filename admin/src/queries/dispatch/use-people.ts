import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The people of the operator's house by their names, for who did what. */
export function usePeople() {
  const client = useClient();
  return useQuery({
    queryKey: ['ops-people'],
    queryFn: async ({ signal }): Promise<{ user_id: string; display_name: string | null }[]> => {
      const members = await run(client.from('ops_members').select('user_id'), signal);
      const ids = members.map(({ user_id }) => user_id);
      const profiles = await run(client.from('profiles').select('id,display_name').in('id', ids), signal);
      return profiles.map(({ id, display_name }) => ({ user_id: id, display_name }));
    },
    staleTime: 5 * 60_000,
  });
}
