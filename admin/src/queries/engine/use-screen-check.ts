import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Definition, Problem } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { run } from '../run.ts';

/** What a definition would show today, and everything that is wrong with it. */
export function useScreenCheck(definition: Definition) {
  const client = useClient();
  return useQuery({
    queryKey: ['engine', 'check', definition],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await run(anyTable(client).rpc('preview_screen', { p_definition: definition }), signal)) as {
        definition: Definition;
        problems: Problem[];
      },
  });
}
