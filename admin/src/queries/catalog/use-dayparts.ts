import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type DaypartRow = Tables<'dayparts'> & { windows: Tables<'daypart_windows'>[] };

export const daypartsKey = (storeId: string) => ['dayparts', storeId] as const;

/** The times of the week that a store sells parts of its menu in, with their windows. */
export function useDayparts(storeId: string) {
  const client = useClient();
  return useQuery({
    queryKey: daypartsKey(storeId),
    queryFn: async ({ signal }): Promise<DaypartRow[]> => {
      const [dayparts, windows] = await Promise.all([
        run(
          client.from('dayparts').select('*').eq('store_id', storeId).order('sort_order').order('id'),
          signal,
        ),
        run(client.from('daypart_windows').select('*').eq('store_id', storeId), signal),
      ]);
      return dayparts.map((row) => ({
        ...row,
        windows: windows.filter((window) => window.daypart_id === row.id),
      }));
    },
  });
}
