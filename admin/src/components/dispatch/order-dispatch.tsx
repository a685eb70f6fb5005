import { useOpsMap } from '../../queries/dispatch/use-ops-map.ts';
import { useRiders } from '../../queries/dispatch/use-riders.ts';
import { DispatchActions } from './dispatch-actions.tsx';

/** The dispatch actions of an order that is open on the city's board; nothing for one that is over. */
export function OrderDispatch({ cityId, orderId }: { cityId: string; orderId: string }) {
  const order = useOpsMap(cityId).data?.orders.find(({ id }) => id === orderId);
  const riders = useRiders(cityId).data ?? [];
  if (order === undefined) return null;
  return (
    <DispatchActions
      order={order}
      nameOf={(id) => riders.find((rider) => rider.id === id)?.display_name ?? '–'}
    />
  );
}
