import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The last changes of one row, the newest first, as far as the reader may see them. */
export function useRowHistory(table: string, rowKey: string, isWanted: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['engine', 'history', table, rowKey],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      run(
        client
          .from('audit_log')
          .select('id,at,actor_id,actor_role,operation,before,after')
          .eq('table_name', table)
          .eq('row_key', rowKey)
          .order('id', { ascending: false })
          .limit(30),
        signal,
      ),
  });
}
