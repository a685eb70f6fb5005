import { useInvalidate } from '@refinedev/core';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** `key` is the idempotency key of this one intent. */
export type PromotionIntent = { id: string; command: 'publish' | 'pause'; key: string };

/** Publishes or pauses a promotion; the list reads again by itself. Errors are left to the caller. */
export function usePromotionCommand() {
  const client = useClient();
  const invalidate = useInvalidate();
  return useMutation({
    mutationFn: ({ id, command, key }: PromotionIntent) =>
      run(client.rpc(`${command}_promotion`, { p_promotion_id: id, p_idempotency_key: key })),
    onSettled: () => invalidate({ resource: 'promotions', invalidates: ['list'] }),
  });
}
