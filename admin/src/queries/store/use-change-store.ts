import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TablesUpdate } from '@linli/database';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { run } from '../run.ts';
import { storeDetailKey } from './use-store-detail.ts';

/** Changes settings of a store. */
export function useChangeStore(storeId: string) {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (values: TablesUpdate<'stores'>) =>
      run(client.from('stores').update(values).eq('id', storeId)),
    onSuccess: () => void message.success(text('state.saved')),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: storeDetailKey(storeId) }),
  });
}
