import type { Acting } from './acting.ts';

export type Sale = {
  key: string;
  customerId: string;
  /** Somebody who runs the store. */
  managerId: string;
  storeId: string;
  productIds: readonly string[];
};

/** Orders for pickup, pays and collects; answers the order's id. */
export async function orderAndCollect(acting: Acting, sale: Sale): Promise<string> {
  const { key, customerId, managerId, storeId } = sale;
  await acting.as(customerId);
  const items = sale.productIds.map((id) => ({ product_id: id, quantity: 2, modifier_ids: [] }));
  const quote = await acting.call<{ id: string }>('quote_order', {
    p_store_id: storeId,
    p_items: JSON.stringify(items),
    p_fulfillment_type: 'pickup',
  });
  const order = await acting.call<{ id: string }>('place_order', {
    p_quote_id: quote.id,
    p_idempotency_key: `${key}:place`,
  });
  const payment = await acting.call<{ out_trade_no: string; amount_cents: number }>('create_payment', {
    p_order_id: order.id,
    p_provider: 'wechat_pay',
  });
  await acting.as('service_role');
  await acting.call('record_payment_event', {
    p_provider: 'wechat_pay',
    p_event_id: `${key}:paid`,
    p_kind: 'captured',
    p_out_trade_no: payment.out_trade_no,
    p_transaction_id: `${key}:paid`,
    p_amount_cents: payment.amount_cents,
    p_occurred_at: new Date().toISOString(),
  });
  await acting.as('owner');
  const code = await acting.value<string>('select pickup_code from public.orders where id = $1', [order.id]);
  await acting.as(managerId);
  const command = { p_order_id: order.id };
  await acting.call('accept_order', { ...command, p_idempotency_key: `${key}:accept` });
  await acting.call('start_preparing', { ...command, p_idempotency_key: `${key}:start` });
  await acting.call('mark_order_ready', { ...command, p_idempotency_key: `${key}:ready` });
  await acting.call('collect_order', {
    ...command,
    p_idempotency_key: `${key}:collect`,
    p_pickup_code: code,
  });
  return order.id;
}
