import type { LinliClient, TablesInsert } from '@linli/database';
import { run } from '../run.ts';

export type VoucherDraft = Omit<TablesInsert<'voucher_products'>, 'product_id' | 'store_id'>;

/** Writes what the buyer of a voucher gets; `isKnown` says whether it was written before. */
export async function saveVoucher(
  client: LinliClient,
  product: { id: string; store_id: string },
  draft: VoucherDraft,
  isKnown: boolean,
): Promise<void> {
  const { valid_days, face_value_cents, use_count, terms } = draft;
  const values = { valid_days, face_value_cents, use_count: use_count ?? 1, terms: terms?.trim() ?? '' };
  await run(
    isKnown
      ? client.from('voucher_products').update(values).eq('product_id', product.id)
      : client
          .from('voucher_products')
          .insert({ ...values, product_id: product.id, store_id: product.store_id }),
  );
}
