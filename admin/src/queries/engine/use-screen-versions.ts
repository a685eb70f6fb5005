import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Definition } from '../../lib/engine/types.ts';
import { run } from '../run.ts';

export type ScreenVersion = Omit<Tables<'screen_definitions'>, 'definition'> & { definition: Definition };
export const versionsKey = (resource: string) => ['engine', 'versions', resource];

/** Every version of a resource's screen, the newest first. For ops. */
export function useScreenVersions(resource: string) {
  const client = useClient();
  return useQuery({
    queryKey: versionsKey(resource),
    queryFn: async ({ signal }) =>
      (await run(
        client
          .from('screen_definitions')
          .select('*')
          .eq('resource', resource)
          .order('version', { ascending: false })
          .limit(50),
        signal,
      )) as unknown as ScreenVersion[],
  });
}
