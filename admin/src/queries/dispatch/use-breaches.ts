import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type BreachRow = Omit<Tables<'breach_records'>, 'detail'> & {
  detail: Record<string, unknown>;
  riders: Pick<Tables<'riders'>, 'display_name' | 'city_id'>;
  deliveries: { orders: Pick<Tables<'orders'>, 'number'> } | null;
};

/** The breach records of a city's riders, newest first: those that stand, or those that were waived. */
export function useBreaches(cityId: string, state: 'open' | 'waived') {
  const client = useClient();
  return useQuery({
    queryKey: ['breaches', cityId, state],
    queryFn: async ({ signal }) => {
      const rows = client
        .from('breach_records')
        .select('*,riders!inner(display_name,city_id),deliveries(orders(number))')
        .eq('riders.city_id', cityId);
      const wanted = state === 'open' ? rows.is('waived_at', null) : rows.not('waived_at', 'is', null);
      return (await run(
        wanted.order('created_at', { ascending: false }).limit(200),
        signal,
      )) as unknown as BreachRow[];
    },
  });
}
