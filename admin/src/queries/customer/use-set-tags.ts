import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { customerKeys } from './customer-keys.ts';

type Change = { added: string[]; removed: string[] };

/** Puts tags on a customer and takes tags off. */
export function useSetTags(customerId: string) {
  return useCommand(
    async (client, { added, removed }: Change) => {
      if (removed.length > 0)
        await run(
          client
            .from('customer_tags')
            .delete()
            .eq('customer_id', customerId)
            .in('tag', removed)
            .select('tag'),
        );
      if (added.length > 0)
        await run(
          client
            .from('customer_tags')
            .insert(added.map((tag) => ({ customer_id: customerId, tag })))
            .select('tag'),
        );
    },
    { done: 'users.tags_saved', refresh: [customerKeys.page(customerId)] },
  );
}
