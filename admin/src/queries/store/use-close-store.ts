import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { run } from '../run.ts';
import { storeDetailKey } from './use-store-detail.ts';

/** Closes a store until an instant, or opens it now with `null`. Clerks may do it too. */
export function useCloseStore(storeId: string) {
  const client = useClient();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (until: Date | null) =>
      run(
        client.rpc('close_store_temporarily', {
          p_store_id: storeId,
          // The generated type does not know that null opens it.
          p_until: (until?.toISOString() ?? null) as string,
        }),
      ),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: storeDetailKey(storeId) }),
  });
}
