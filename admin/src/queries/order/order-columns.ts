/** Columns of `orders` that staff may read: everything but the pickup code. */
export const orderColumns =
  'id,number,customer_id,merchant_id,store_id,city_id,fulfillment_type,status,currency,subtotal_cents,packaging_fee_cents,delivery_fee_cents,discount_cents,tip_cents,total_cents,note,preparation_expected_at,pickup_expected_at,dropoff_expected_at,due_at,reason_code,placed_at,accepted_at,ready_at,completed_at,closed_at,created_at,updated_at';
