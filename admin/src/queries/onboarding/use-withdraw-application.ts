import { newKey } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { run } from '../run.ts';
import { applicationsKey } from './use-my-applications.ts';

/** Takes an application back. */
export function useWithdrawApplication() {
  const client = useClient();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (id: string) =>
      run(client.rpc('withdraw_application', { p_application_id: id, p_idempotency_key: newKey() })),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: applicationsKey }),
  });
}
