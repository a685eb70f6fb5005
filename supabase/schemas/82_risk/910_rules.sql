insert into public.settings (key, value, description, schema) values
  ('risk.hold_score', '100', 'From this score on an order waits for the risk desk',
   '{"type": "integer", "minimum": 1, "maximum": 10000}'),
  ('risk.block_score', '160', 'From this score on an order is refused',
   '{"type": "integer", "minimum": 1, "maximum": 10000}'),
  ('risk.review_seconds', '1800', 'A held order that nobody decides on expires after this many seconds',
   '{"type": "integer", "minimum": 60, "maximum": 86400}')
on conflict (key) do nothing;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('risk_refused', 'order_cancel', 'ops', '订单未通过安全核验', '{"en": {"label": "The order did not pass our safety check"}}', 75)
on conflict (code) do nothing;

insert into public.risk_rules (slug, moment, name, translations, conditions, score) values
  ('orders_fast', 'order', '一小时内下单过多', '{"en": {"name": "Many orders within an hour"}}',
    '{">=": [{"var": "customer.orders_hour"}, 6]}', 40),
  ('shared_phone', 'order', '多个账号共用收货电话', '{"en": {"name": "Several accounts share a phone"}}',
    '{">=": [{"var": "shared.phone_customers"}, 3]}', 40),
  ('shared_origin', 'order', '多个账号来自同一设备网络', '{"en": {"name": "Many accounts from one device and network"}}',
    '{">=": [{"var": "shared.origin_customers"}, 20]}', 30),
  ('refund_habit', 'order', '退款率异常', '{"en": {"name": "Asks for refunds too often"}}',
    '{"and": [{">=": [{"var": "customer.refunds_month"}, 3]}, {">=": [{"var": "customer.refund_percent"}, 50]}]}', 60),
  ('own_store', 'order', '疑似刷单：店员反复在本店下单', '{"en": {"name": "Likely fake: staff keep ordering at their own store"}}',
    '{"and": [{"var": "store.is_own"}, {">=": [{"var": "store.customer_orders_day"}, 3]}]}', 100),
  ('large_first', 'order', '首单金额过大', '{"en": {"name": "Very large first order"}}',
    '{"and": [{"==": [{"var": "customer.order_count"}, 0]}, {">=": [{"var": "order.total_cents"}, 80000]}]}', 20),
  ('coupon_hoarder', 'claim', '短时间大量领券', '{"en": {"name": "Claims many coupons in a short time"}}',
    '{">=": [{"var": "customer.claims_hour"}, 15]}', 100),
  ('rider_jumps', 'rider', '定位多次瞬移', '{"en": {"name": "Position jumps again and again"}}',
    '{">=": [{"var": "rider.jumps_hour"}, 3]}', 100)
on conflict (slug) do nothing;
