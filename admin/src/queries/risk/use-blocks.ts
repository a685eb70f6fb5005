import type { Enums, Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { riskKeys } from './risk-keys.ts';

export type BlockRow = Tables<'blocks'> & {
  subject_name: string | null;
  subject_account: string | null;
  blocked_by_name: string | null;
  lifted_by_name: string | null;
};
export type BlockSubject = Enums<'block_subject'>;
export type BlockAction = Enums<'block_action'>;

const pageSize = 50;

/** Blocks that hold, or those that are over, newest first, page by page. */
export function useBlocks(isActive: boolean) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...riskKeys.all, 'blocks', isActive],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_blocks', { p_is_active: isActive, p_before: pageParam, p_limit: pageSize }),
        signal,
      )) as unknown as BlockRow[],
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.created_at),
  });
}
