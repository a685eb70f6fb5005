import type { Json } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { run } from '../run.ts';
import { storeDetailKey } from './use-store-detail.ts';

/** Writes where a store delivers, as GeoJSON; null is as far as the rate card reaches. */
export function useSetDeliveryArea(storeId: string) {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (area: Json) => run(client.rpc('set_delivery_area', { p_store_id: storeId, p_area: area })),
    onSuccess: () => void message.success(text('state.saved')),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: storeDetailKey(storeId) }),
  });
}
