import type { TablesInsert } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { run } from '../run.ts';
import { hoursKey } from './use-store-hours.ts';

type Change = { add: TablesInsert<'store_hour_exceptions'> } | { remove: string };

/** Adds a range of a date that replaces the weekly hours, or removes one by its id. */
export function useChangeExceptions(storeId: string) {
  const client = useClient();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (change: Change) =>
      'add' in change
        ? run(client.from('store_hour_exceptions').insert(change.add))
        : run(client.from('store_hour_exceptions').delete().eq('id', change.remove)),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: hoursKey(storeId) }),
  });
}
