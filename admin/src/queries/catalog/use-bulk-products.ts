import { useInvalidate } from '@refinedev/core';
import type { TablesUpdate } from '@linli/database';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type ProductWrite = { id: string; values: TablesUpdate<'products'> };

const together = 6;

/** Writes many products, a few at a time; the list reads again when all are done. Stops at the first that is refused. */
export function useBulkProducts() {
  const client = useClient();
  const invalidate = useInvalidate();
  return useMutation({
    mutationFn: async (writes: readonly ProductWrite[]) => {
      for (let at = 0; at < writes.length; at += together) {
        await Promise.all(
          writes
            .slice(at, at + together)
            .map(({ id, values }) => run(client.from('products').update(values).eq('id', id))),
        );
      }
    },
    onSettled: () => invalidate({ resource: 'products', invalidates: ['list'] }),
  });
}
