import { newKey } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

type Intent = { deliveryId: string; riderId: string; key: string };

/** Gives a task to a rider by hand, taking it from another when needed. */
export function useAssignDelivery() {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const mutation = useMutation({
    mutationFn: ({ deliveryId, riderId, key }: Intent) =>
      run(
        client.rpc('assign_delivery', {
          p_delivery_id: deliveryId,
          p_rider_id: riderId,
          p_idempotency_key: key,
        }),
      ),
    onSuccess: () => void message.success(text('assign.done')),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orderKeys.all }),
  });
  return {
    assign: (deliveryId: string, riderId: string) =>
      mutation.mutateAsync({ deliveryId, riderId, key: newKey() }),
    busy: mutation.isPending,
  };
}
