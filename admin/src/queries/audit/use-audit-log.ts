import type { Database } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type AuditRow = Database['public']['Functions']['list_audit_log']['Returns'][number];
export type AuditFilter = Partial<
  Record<'table_name' | 'row_key' | 'operation' | 'actor_id' | 'from' | 'to', string>
>;

const pageSize = 50;

/** Changes in the back office, the newest first, page by page; what the reader may see of them. */
export function useAuditLog(filter: AuditFilter) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: ['audit-log', filter],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      run(
        client.rpc('list_audit_log', {
          p_filters: filter,
          p_limit: pageSize,
          ...(pageParam === undefined ? {} : { p_before_id: pageParam }),
        }),
        signal,
      ),
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
  });
  return { ...query, rows: query.data?.pages.flat() };
}
