import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

type Order = Pick<Tables<'orders'>, 'status' | 'fulfillment_type'>;

/** The order state machine, as the database holds it: which commands an actor has on an order. */
export function useOrderTransitions() {
  const client = useClient();
  const query = useQuery({
    queryKey: ['order-transitions'],
    queryFn: ({ signal }) =>
      run(client.from('order_transitions').select('from_status,command,actor,fulfillment_types'), signal),
    staleTime: Infinity,
  });
  return ({ status, fulfillment_type }: Order, actor: 'merchant' | 'ops'): string[] =>
    (query.data ?? []).flatMap((row) =>
      row.from_status === status && row.actor === actor && row.fulfillment_types.includes(fulfillment_type)
        ? [row.command]
        : [],
    );
}
