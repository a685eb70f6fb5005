import type { Enums, LinliClient } from '@linli/database';
import { planOptions, type GroupDraft } from '../../lib/options-diff.ts';
import type { VariantDraft } from '../../lib/variant-draft.ts';
import { saveProductOptions } from './save-product-options.ts';
import { saveProductVariants } from './save-product-variants.ts';
import { saveService, type ServiceDraft } from './save-service.ts';
import { saveVoucher, type VoucherDraft } from './save-voucher.ts';
import type { ProductParts } from './use-product-parts.ts';

type After = {
  groups?: GroupDraft[];
  variants?: VariantDraft[];
  service?: ServiceDraft;
  voucher?: VoucherDraft;
};

/** Writes what hangs on a product. Throws AppError at the first row that is refused. */
export async function saveProductParts(
  client: LinliClient,
  product: { id: string; store_id: string; kind: Enums<'product_kind'> },
  before: ProductParts,
  after: After,
): Promise<void> {
  if (product.kind === 'service' && after.service) {
    await saveService(client, product, after.service, before.service !== undefined);
  }
  if (product.kind === 'voucher' && after.voucher) {
    await saveVoucher(client, product, after.voucher, before.voucher !== undefined);
  }
  await saveProductVariants(client, product, before.variants, after.variants ?? []);
  await saveProductOptions(client, product, planOptions(before.groups, after.groups ?? []));
}
