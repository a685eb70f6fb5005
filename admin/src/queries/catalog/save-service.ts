import type { LinliClient, TablesInsert } from '@linli/database';
import { run } from '../run.ts';

export type ServiceDraft = Omit<TablesInsert<'service_items'>, 'product_id' | 'store_id'>;

/** Writes how a service is done; `isKnown` says whether it was written before. */
export async function saveService(
  client: LinliClient,
  product: { id: string; store_id: string },
  draft: ServiceDraft,
  isKnown: boolean,
): Promise<void> {
  const { duration_minutes, required_skill, capacity_per_slot, is_on_site, is_at_store } = draft;
  const values = {
    duration_minutes,
    required_skill: required_skill || null,
    capacity_per_slot: capacity_per_slot ?? 1,
    is_on_site: is_on_site ?? true,
    is_at_store: is_at_store ?? false,
  };
  await run(
    isKnown
      ? client.from('service_items').update(values).eq('product_id', product.id)
      : client
          .from('service_items')
          .insert({ ...values, product_id: product.id, store_id: product.store_id }),
  );
}
