insert into public.order_transitions (from_status, command, actor, to_status) values
  ('draft', 'place', 'customer', 'pending_payment'),
  ('pending_payment', 'pay', 'system', 'placed'),
  ('pending_payment', 'expire', 'system', 'expired'),
  ('pending_payment', 'cancel', 'customer', 'cancelled'),
  ('pending_payment', 'cancel', 'ops', 'cancelled'),
  ('placed', 'accept', 'merchant', 'accepted'),
  ('placed', 'accept', 'ops', 'accepted'),
  ('placed', 'reject', 'merchant', 'rejected'),
  ('placed', 'reject', 'ops', 'rejected'),
  ('placed', 'cancel', 'customer', 'cancelled'),
  ('placed', 'cancel', 'ops', 'cancelled'),
  ('placed', 'time_out', 'system', 'cancelled'),
  ('accepted', 'start_preparing', 'merchant', 'preparing'),
  ('accepted', 'mark_ready', 'merchant', 'ready'),
  ('accepted', 'cancel', 'merchant', 'cancelled'),
  ('accepted', 'cancel', 'ops', 'cancelled'),
  ('preparing', 'mark_ready', 'merchant', 'ready'),
  ('preparing', 'cancel', 'merchant', 'cancelled'),
  ('preparing', 'cancel', 'ops', 'cancelled'),
  ('ready', 'depart', 'rider', 'in_delivery'),
  ('ready', 'await_pickup', 'system', 'awaiting_pickup'),
  ('ready', 'cancel', 'ops', 'cancelled'),
  ('awaiting_pickup', 'collect', 'merchant', 'completed'),
  ('awaiting_pickup', 'cancel', 'ops', 'cancelled'),
  ('in_delivery', 'complete', 'rider', 'completed'),
  ('in_delivery', 'cancel', 'ops', 'cancelled')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('payment_overdue', 'order_cancel', 'system', '超时未支付', '{"en": {"label": "Not paid in time"}}', 10),
  ('store_no_answer', 'order_cancel', 'system', '商家超时未接单', '{"en": {"label": "The store did not answer in time"}}', 20),
  ('changed_mind', 'order_cancel', 'customer', '不想要了', '{"en": {"label": "I changed my mind"}}', 30),
  ('wrong_address', 'order_cancel', 'customer', '地址填错了', '{"en": {"label": "Wrong address"}}', 40),
  ('too_long', 'order_cancel', 'customer', '等待时间太长', '{"en": {"label": "It takes too long"}}', 50),
  ('kitchen_problem', 'order_cancel', 'merchant', '无法完成制作', '{"en": {"label": "The kitchen cannot finish it"}}', 60),
  ('ops_decision', 'order_cancel', 'ops', '平台取消', '{"en": {"label": "Cancelled by the platform"}}', 70),
  ('sold_out', 'order_reject', 'merchant', '商品售罄', '{"en": {"label": "Sold out"}}', 80),
  ('too_busy', 'order_reject', 'merchant', '太忙无法接单', '{"en": {"label": "Too busy"}}', 90),
  ('closing_soon', 'order_reject', 'merchant', '即将打烊', '{"en": {"label": "Closing soon"}}', 100),
  ('customer_absent', 'delivery_fail', 'rider', '联系不上顾客', '{"en": {"label": "Customer cannot be reached"}}', 110),
  ('goods_damaged', 'delivery_fail', 'rider', '商品损坏', '{"en": {"label": "Goods damaged"}}', 120),
  ('too_far', 'offer_decline', 'rider', '距离太远', '{"en": {"label": "Too far"}}', 130),
  ('hands_full', 'offer_decline', 'rider', '手上单太多', '{"en": {"label": "Too many tasks"}}', 140)
on conflict (code) do nothing;

insert into public.settings (key, value, description) values
  ('order.quote_seconds', '900', 'How long a quote is good for, in seconds'),
  ('order.payment_timeout_seconds', '900', 'An unpaid order expires after this many seconds'),
  ('order.accept_timeout_seconds', '300', 'A store that does not answer loses the order after this many seconds')
on conflict (key) do nothing;
