import type { Json } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type CartItem = { product_id: string; quantity: number; modifier_ids: string[] };
export type Explanation = {
  promotion_id: string;
  name: string;
  translations: unknown;
  is_applied: boolean;
  amount_cents: number;
  reason: string | null;
  detail: { by?: string };
};
export type PromotionPreview = {
  lines: { line_number: number; name: string; quantity: number; total_cents: number }[];
  explanations: Explanation[];
  discount_cents: number;
  /** What conditions read. */
  data: unknown;
};
export type PreviewCart = {
  storeId: string;
  items: CartItem[];
  at: string;
  fulfillment: 'delivery' | 'pickup';
  deliveryFee: number;
};

/** A dry run of a cart with a draft as if it were published; nothing is asked without a cart. */
export function usePromotionPreview(cart: PreviewCart | undefined, draft: object | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['promotion-preview', cart, draft],
    enabled: cart !== undefined && cart.items.length > 0 && draft !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('preview_promotions', {
          p_store_id: cart?.storeId ?? '',
          p_items: (cart?.items ?? []) as unknown as Json,
          p_at: cart?.at,
          p_draft: draft as Json,
          p_fulfillment_type: cart?.fulfillment,
          p_delivery_fee_cents: cart?.fulfillment === 'delivery' ? cart.deliveryFee : 0,
        }),
        signal,
      )) as unknown as PromotionPreview,
  });
}
