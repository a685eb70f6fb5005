import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Resource } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { run } from '../run.ts';

export const resourcesKey = ['engine', 'resources'];
type Answer = { version: string; resources: Resource[] | null };

let kept: { version: string; resources: Resource[] } | undefined;

/** Every table that the signed-in person may use, as the database describes itself. */
export function useResources() {
  const client = useClient();
  return useQuery({
    queryKey: resourcesKey,
    queryFn: async ({ signal }) => {
      const request = anyTable(client).rpc('describe_resources', { p_known_version: kept?.version ?? null });
      const { version, resources } = (await run(request, signal)) as Answer;
      if (resources !== null) kept = { version, resources };
      return kept?.resources ?? [];
    },
    staleTime: 60_000,
  });
}
