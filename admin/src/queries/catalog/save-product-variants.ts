import type { LinliClient } from '@linli/database';
import { planList } from '../../lib/list-diff.ts';
import { variantValues, type VariantDraft } from '../../lib/variant-draft.ts';
import { run } from '../run.ts';

/** Makes the variants of a product the given ones, in their order. Throws AppError at the first row that is refused. */
export async function saveProductVariants(
  client: LinliClient,
  product: { id: string; store_id: string },
  before: readonly { id: string }[],
  after: readonly VariantDraft[],
): Promise<void> {
  const plan = planList(before, after.map(variantValues));
  if (plan.remove.length > 0) await run(client.from('product_variants').delete().in('id', plan.remove));
  for (const { id, ...values } of plan.update) {
    await run(client.from('product_variants').update(values).eq('id', id));
  }
  if (plan.create.length > 0) {
    await run(
      client
        .from('product_variants')
        .insert(
          plan.create.map((values) => ({ ...values, product_id: product.id, store_id: product.store_id })),
        ),
    );
  }
}
