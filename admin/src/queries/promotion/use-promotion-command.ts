import { useInvalidate } from '@refinedev/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { promotionKey } from './use-promotion.ts';

/** `key` is the idempotency key of this one intent. */
export type PromotionIntent = { id: string; command: 'publish' | 'pause' | 'end'; key: string };

/** Publishes, pauses or ends a promotion; what shows it reads again by itself. Errors are left to the caller. */
export function usePromotionCommand() {
  const client = useClient();
  const invalidate = useInvalidate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, command, key }: PromotionIntent) =>
      run(client.rpc(`${command}_promotion`, { p_promotion_id: id, p_idempotency_key: key })),
    onSettled: (_answer, _error, { id }) =>
      Promise.all([
        invalidate({ resource: 'promotions', invalidates: ['list'] }),
        queries.invalidateQueries({ queryKey: promotionKey(id) }),
      ]),
  });
}
