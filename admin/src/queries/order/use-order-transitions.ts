import type { Enums } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The order state machine, as the database holds it: which commands an actor has in a state. */
export function useOrderTransitions() {
  const client = useClient();
  const query = useQuery({
    queryKey: ['order-transitions'],
    queryFn: ({ signal }) =>
      run(client.from('order_transitions').select('from_status,command,actor'), signal),
    staleTime: Infinity,
  });
  return (status: Enums<'order_status'>, actor: 'merchant' | 'ops'): string[] =>
    (query.data ?? []).flatMap((row) =>
      row.from_status === status && row.actor === actor ? [row.command] : [],
    );
}
