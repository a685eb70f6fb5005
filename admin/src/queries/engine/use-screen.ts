import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Definition, Problem } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { run } from '../run.ts';

export type Screen = {
  resource: string;
  version: number | null;
  published_at?: string;
  definition: Definition | null;
  problems: Problem[];
};
export const screenKey = (resource: string) => ['engine', 'screen', resource];

/** The published screen of a resource, without the parts that no longer fit the schema. */
export function useScreen(resource: string) {
  const client = useClient();
  return useQuery({
    queryKey: screenKey(resource),
    queryFn: async ({ signal }) =>
      (await run(anyTable(client).rpc('get_screen', { p_resource: resource }), signal)) as Screen,
    staleTime: 60_000,
  });
}
