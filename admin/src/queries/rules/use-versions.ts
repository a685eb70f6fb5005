import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type Version = {
  version: number;
  /** `null` for what the installation brought. */
  created_at: string | null;
  actor_name: string | null;
  actor_role: string;
  content: Record<string, unknown>;
};

/** What a rule was after each change, the newest first; read anew whenever it is opened. */
export function useVersions(table: string, rowKey: string, isWanted: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['versions', table, rowKey],
    enabled: isWanted,
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('list_versions', { p_table: table, p_key: rowKey }),
        signal,
      )) as unknown as Version[],
  });
}
