import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export const teamKey = ['team'] as const;

/** Staff of the operator with masked contacts; for administrators. */
export function useTeam() {
  const client = useClient();
  return useQuery({
    queryKey: teamKey,
    queryFn: ({ signal }) => run(client.rpc('list_ops_members'), signal),
  });
}
