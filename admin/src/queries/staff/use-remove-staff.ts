import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { run } from '../run.ts';
import { staffKey } from './use-staff.ts';

/** Takes a person off the staff. */
export function useRemoveStaff(merchantId: string) {
  const client = useClient();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (userId: string) =>
      run(client.rpc('remove_staff', { p_merchant_id: merchantId, p_user_id: userId })),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: staffKey(merchantId) }),
  });
}
