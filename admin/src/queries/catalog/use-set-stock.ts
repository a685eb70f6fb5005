import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { run } from '../run.ts';
import { stockKey } from './use-stock.ts';

/** Sets the counted stock of a product; `null` stops counting. Refused below what orders hold. */
export function useSetStock(storeId: string) {
  const client = useClient();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ productId, count }: { productId: string; count: number | null }) =>
      // The generated type does not know that null is an answer of its own here.
      run(client.rpc('set_stock', { p_subject_id: productId, p_on_hand_count: count as number })),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: stockKey(storeId) }),
  });
}
