import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Definition } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { run } from '../run.ts';

export type ScreenChange = {
  path: string;
  change: 'added' | 'removed' | 'changed';
  before: unknown;
  after: unknown;
};

/** What differs between two definitions. */
export function useScreenDiff(before: Definition | null, after: Definition) {
  const client = useClient();
  return useQuery({
    queryKey: ['engine', 'diff', before, after],
    queryFn: async ({ signal }) =>
      (await run(
        anyTable(client).rpc('diff_screens', { p_before: before, p_after: after }),
        signal,
      )) as ScreenChange[],
  });
}
