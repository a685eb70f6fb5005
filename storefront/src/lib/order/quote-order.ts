import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import { quoteItems } from '#lib/cart/cart-maths.ts';
import type { CartLine } from '#lib/cart/types.ts';
import type { FulfillmentType, Quote } from './types.ts';

export interface QuoteRequest {
  storeId: string;
  lines: readonly CartLine[];
  fulfillment: FulfillmentType;
  /** Where to; only for a delivery. */
  addressId?: string;
  tipCents: number;
}

/** Prices a cart on the server. Throws the reason when the store cannot serve it, e.g. `store.out_of_area`. */
export async function quoteOrder(request: QuoteRequest): Promise<Quote> {
  return unwrap(
    await db().rpc('quote_order', {
      p_store_id: request.storeId,
      p_items: quoteItems(request.lines),
      p_fulfillment_type: request.fulfillment,
      ...(request.fulfillment === 'delivery' && request.addressId !== undefined
        ? { p_address_id: request.addressId }
        : {}),
      p_tip_cents: request.tipCents,
    }),
  ) as unknown as Quote;
}
