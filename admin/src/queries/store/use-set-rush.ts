import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { run } from '../run.ts';
import { storeDetailKey } from './use-store-detail.ts';

export type Rush = { until: Date | null; minutes: number; isDeliveryPaused: boolean };

/** Rush mode of a store: until then orders take longer, or no delivery is taken; `null` ends it. */
export function useSetRush(storeId: string) {
  const client = useClient();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ until, minutes, isDeliveryPaused }: Rush) =>
      run(
        client.rpc('set_rush_mode', {
          p_store_id: storeId,
          // The generated type does not know that null ends it.
          p_until: (until?.toISOString() ?? null) as string,
          p_extra_minutes: minutes,
          p_is_delivery_paused: isDeliveryPaused,
        }),
      ),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: storeDetailKey(storeId) }),
  });
}
