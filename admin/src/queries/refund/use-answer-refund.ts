import { newKey } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

/** The store's answer to a refund that a customer asks for. */
export function useAnswerRefund() {
  const client = useClient();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ id, isApproved, note }: { id: string; isApproved: boolean; note: string }) =>
      run(
        client.rpc('answer_refund', {
          p_refund_id: id,
          p_is_approved: isApproved,
          p_note: note,
          p_idempotency_key: newKey(),
        }),
      ),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orderKeys.all }),
  });
}
