import { newKey } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

/** Sends an order's ticket to the store's printer (again). */
export function usePrintOrder(orderId: string) {
  const client = useClient();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: () => run(client.rpc('print_order', { p_order_id: orderId, p_idempotency_key: newKey() })),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orderKeys.prints(orderId) }),
  });
}
