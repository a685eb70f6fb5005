import type { Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type FailureRow = Tables<'workflow_failures'>;

const pageSize = 50;

/** Failed workflow executions, newest first, page by page; for ops. */
export function useWorkflowFailures() {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: ['workflow-failures'],
    queryFn: ({ pageParam, signal }) => {
      let request = client.from('workflow_failures').select('*');
      if (pageParam !== undefined) request = request.lt('id', pageParam);
      return run(request.order('id', { ascending: false }).limit(pageSize), signal);
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page: FailureRow[]) => (page.length < pageSize ? undefined : page.at(-1)?.id),
    refetchInterval: 30_000,
  });
  return { ...query, rows: query.data?.pages.flat() };
}
