import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

export type Obstacle = 'excluded' | 'declined' | 'has_offer' | 'full' | 'far' | 'lacks_needs' | 'no_position';

/** A rider who could take a task, after all they have. */
export type Candidate = {
  rider_id: string;
  display_name: string;
  vehicle: string;
  in_hand: number;
  to_store_meters: number;
  to_store_seconds: number;
  free_at: string;
  store_at: string;
  door_at: string;
  wait_seconds: number;
  late_seconds: number;
  /** Why dispatch itself would not ask them. */
  obstacles: Obstacle[];
};

/** Who could take a task, who is at the door first comes first. */
export function useCandidates(deliveryId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...orderKeys.all, 'candidates', deliveryId],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('list_delivery_candidates', { p_delivery_id: deliveryId ?? '' }),
        signal,
      )) as unknown as Candidate[],
    enabled: deliveryId !== undefined,
    refetchInterval: 20_000,
  });
}
