import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { riskKeys } from './risk-keys.ts';
import type { BlockRow } from './use-blocks.ts';

/** The blocks of one person or merchant, those in force and those that are over. */
export function useSubjectBlocks(subjectId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...riskKeys.all, 'blocks-of', subjectId],
    queryFn: async ({ signal }) =>
      (await run(
        // The generated type does not know that null asks for all.
        client.rpc('list_blocks', { p_is_active: null as unknown as boolean, p_subject_id: subjectId }),
        signal,
      )) as unknown as BlockRow[],
  });
}
