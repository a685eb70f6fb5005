import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type HourRow = Tables<'store_hours'>;
export type ExceptionRow = Tables<'store_hour_exceptions'>;

export const hoursKey = (storeId: string) => ['store-hours', storeId] as const;

/** The weekly hours of a store, and the dates from `from` (YYYY-MM-DD) on that replace them. */
export function useStoreHours(storeId: string, from: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...hoursKey(storeId), from],
    queryFn: async ({ signal }): Promise<{ hours: HourRow[]; exceptions: ExceptionRow[] }> => {
      const [hours, exceptions] = await Promise.all([
        run(
          client.from('store_hours').select('*').eq('store_id', storeId).order('weekday').order('opens_at'),
          signal,
        ),
        run(
          client
            .from('store_hour_exceptions')
            .select('*')
            .eq('store_id', storeId)
            .gte('on_date', from)
            .order('on_date')
            .order('opens_at'),
          signal,
        ),
      ]);
      return { hours, exceptions };
    },
  });
}
