import { newKey } from '@linli/database';
import { useInvalidate } from '@refinedev/core';
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { run } from '../run.ts';

/** Hands a product in for review. */
export function useSubmitProduct() {
  const client = useClient();
  const invalidate = useInvalidate();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (id: string) =>
      run(client.rpc('submit_product', { p_product_id: id, p_idempotency_key: newKey() })),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => invalidate({ resource: 'products', invalidates: ['list'] }),
  });
}
