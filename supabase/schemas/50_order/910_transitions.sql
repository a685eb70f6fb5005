insert into public.order_transitions (from_status, command, actor, to_status) values
  ('draft', 'place', 'customer', 'pending_payment'),
  ('pending_payment', 'pay', 'system', 'placed'),
  ('pending_payment', 'expire', 'system', 'expired'),
  ('pending_payment', 'cancel', 'customer', 'cancelled'),
  ('pending_payment', 'cancel', 'ops', 'cancelled')
on conflict (from_status, command, actor) do update
set to_status = excluded.to_status, fulfillment_types = excluded.fulfillment_types;

insert into public.order_transitions (from_status, command, actor, to_status, fulfillment_types)
select t.from_status::public.order_status, t.command, t.actor::public.actor_role, t.to_status::public.order_status,
  t.fulfillment_types::public.fulfillment_type[]
from (values
  ('placed', 'issue', 'system', 'in_service', '{voucher}'),
  ('placed', 'accept', 'merchant', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'accept', 'ops', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'reject', 'merchant', 'rejected', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'reject', 'ops', 'rejected', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'cancel', 'customer', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'time_out', 'system', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'urge', 'customer', 'placed', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'edit', 'system', 'placed', '{delivery,pickup,dine_in}'),
  ('placed', 'reschedule', 'system', 'placed', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'start_preparing', 'merchant', 'preparing', '{delivery,pickup,dine_in}'),
  ('accepted', 'mark_ready', 'merchant', 'ready', '{delivery,pickup,dine_in}'),
  ('accepted', 'start_service', 'merchant', 'in_service', '{on_site}'),
  ('accepted', 'no_show', 'merchant', 'cancelled', '{dine_in,on_site}'),
  ('accepted', 'cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'agree_cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'agree_cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'agree_cancel', 'system', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'delay', 'merchant', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'delay', 'ops', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'urge', 'customer', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'edit', 'system', 'accepted', '{delivery,pickup,dine_in}'),
  ('accepted', 'reschedule', 'system', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('preparing', 'mark_ready', 'merchant', 'ready', '{delivery,pickup,dine_in}'),
  ('preparing', 'cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'agree_cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'agree_cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'agree_cancel', 'system', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'delay', 'merchant', 'preparing', '{delivery,pickup,dine_in}'),
  ('preparing', 'delay', 'ops', 'preparing', '{delivery,pickup,dine_in}'),
  ('preparing', 'urge', 'customer', 'preparing', '{delivery,pickup,dine_in}'),
  ('preparing', 'edit', 'system', 'preparing', '{delivery,pickup,dine_in}'),
  ('ready', 'depart', 'rider', 'in_delivery', '{delivery}'),
  ('ready', 'await_pickup', 'system', 'awaiting_pickup', '{pickup}'),
  ('ready', 'start_service', 'merchant', 'in_service', '{dine_in}'),
  ('ready', 'complete', 'merchant', 'completed', '{dine_in}'),
  ('ready', 'no_show', 'merchant', 'cancelled', '{dine_in}'),
  ('ready', 'cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in}'),
  ('ready', 'agree_cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in}'),
  ('ready', 'agree_cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in}'),
  ('ready', 'urge', 'customer', 'ready', '{delivery,dine_in}'),
  ('awaiting_pickup', 'collect', 'merchant', 'completed', '{pickup}'),
  ('awaiting_pickup', 'cancel', 'ops', 'cancelled', '{pickup}'),
  ('in_delivery', 'complete', 'rider', 'completed', '{delivery}'),
  ('in_delivery', 'complete', 'ops', 'completed', '{delivery}'),
  ('in_delivery', 'cancel', 'ops', 'cancelled', '{delivery}'),
  ('in_delivery', 'urge', 'customer', 'in_delivery', '{delivery}'),
  ('in_service', 'complete', 'merchant', 'completed', '{dine_in,on_site}'),
  ('in_service', 'complete', 'system', 'completed', '{voucher}'),
  ('in_service', 'cancel', 'system', 'cancelled', '{voucher}'),
  ('in_service', 'cancel', 'ops', 'cancelled', '{dine_in,on_site}')
) as t (from_status, command, actor, to_status, fulfillment_types)
on conflict (from_status, command, actor) do update
set to_status = excluded.to_status, fulfillment_types = excluded.fulfillment_types;

insert into public.order_cancel_policies (command, from_status, actor, refund_bps, liable_party) values
  ('cancel', 'placed', 'customer', 10000, 'customer'),
  ('cancel', 'accepted', 'merchant', 10000, 'merchant'),
  ('cancel', 'preparing', 'merchant', 10000, 'merchant'),
  ('reject', 'placed', 'merchant', 10000, 'merchant'),
  ('time_out', 'placed', 'system', 10000, 'merchant'),
  ('agree_cancel', 'accepted', 'merchant', 10000, 'customer'),
  ('agree_cancel', 'accepted', 'ops', 10000, 'customer'),
  ('agree_cancel', 'accepted', 'system', 10000, 'merchant'),
  ('agree_cancel', 'preparing', 'merchant', 5000, 'customer'),
  ('agree_cancel', 'preparing', 'ops', 5000, 'customer'),
  ('agree_cancel', 'preparing', 'system', 10000, 'merchant'),
  ('agree_cancel', 'ready', 'merchant', 0, 'customer'),
  ('agree_cancel', 'ready', 'ops', 0, 'customer'),
  ('no_show', 'accepted', 'merchant', 7000, 'customer'),
  ('no_show', 'ready', 'merchant', 0, 'customer')
on conflict (command, from_status, actor) do nothing;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('payment_overdue', 'order_cancel', 'system', '超时未支付', '{"en": {"label": "Not paid in time"}}', 10),
  ('store_no_answer', 'order_cancel', 'system', '商家超时未接单', '{"en": {"label": "The store did not answer in time"}}', 20),
  ('vouchers_refunded', 'order_cancel', 'system', '团购券已全部退款', '{"en": {"label": "All vouchers were refunded"}}', 25),
  ('changed_mind', 'order_cancel', 'customer', '不想要了', '{"en": {"label": "I changed my mind"}}', 30),
  ('wrong_address', 'order_cancel', 'customer', '地址填错了', '{"en": {"label": "Wrong address"}}', 40),
  ('too_long', 'order_cancel', 'customer', '等待时间太长', '{"en": {"label": "It takes too long"}}', 50),
  ('kitchen_problem', 'order_cancel', 'merchant', '无法完成制作', '{"en": {"label": "The kitchen cannot finish it"}}', 60),
  ('customer_no_show', 'order_cancel', 'merchant', '顾客未到', '{"en": {"label": "The customer did not come"}}', 65),
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
  ('order.quotes_per_minute', '60', 'A customer asks for at most this many quotes a minute'),
  ('order.max_unpaid', '10', 'A customer holds at most this many unpaid orders'),
  ('order.payment_timeout_seconds', '900', 'An unpaid order expires after this many seconds'),
  ('order.accept_timeout_seconds', '300', 'A store that does not answer loses the order after this many seconds'),
  ('order.booking_accept_timeout_seconds', '1800', 'The same for a service at the customer''s address'),
  ('order.schedule_lead_seconds', '3600', 'A scheduled order is begun this many seconds before its slot'),
  ('order.request_timeout_seconds', '600', 'An unanswered change of slot or lines is declined, an unanswered cancellation agreed to, after this many seconds'),
  ('order.urge_interval_seconds', '300', 'A customer urges an order again after this many seconds'),
  ('order.max_delay_minutes', '120', 'A store puts an order off by at most this many minutes in all')
on conflict (key) do nothing;
