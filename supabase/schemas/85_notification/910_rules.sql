insert into public.notification_rules (event, audience, channel, template, title, body, translations) values
  ('order.placed', 'merchant', 'in_app', 'new_order', '新订单 {number}', '{store} 收到新订单，实付 {total}，请尽快接单。',
   '{"en": {"title": "New order {number}", "body": "{store} has a new order of {total}. Please answer soon."}}'),
  ('order.accepted', 'customer', 'in_app', 'order_accepted', '商家已接单', '{store} 已接单，正在为您准备。',
   '{"en": {"title": "Order accepted", "body": "{store} is preparing your order."}}'),
  ('order.in_delivery', 'customer', 'in_app', 'order_in_delivery', '骑手已取餐', '您在 {store} 的订单已在路上。',
   '{"en": {"title": "On the way", "body": "Your order from {store} is on the way."}}'),
  ('order.in_delivery', 'customer', 'sms', 'order_in_delivery', '骑手已取餐', '您在 {store} 的订单 {number} 已在路上。', '{}'),
  ('order.completed', 'customer', 'in_app', 'order_completed', '订单已送达', '您在 {store} 的订单已完成，感谢您的光临。',
   '{"en": {"title": "Delivered", "body": "Your order from {store} is complete. Enjoy!"}}'),
  ('order.rejected', 'customer', 'in_app', 'order_rejected', '商家未能接单', '{store} 未能接单，款项将原路退回。',
   '{"en": {"title": "Order declined", "body": "{store} could not take your order. Your money is on its way back."}}'),
  ('order.rejected', 'customer', 'sms', 'order_closed', '商家未能接单', '{store} 未能接单，订单 {number} 的款项将原路退回。', '{}'),
  ('order.cancelled', 'customer', 'in_app', 'order_cancelled', '订单已取消', '您在 {store} 的订单已取消，已付款项将原路退回。',
   '{"en": {"title": "Order cancelled", "body": "Your order from {store} was cancelled. What you paid is on its way back."}}'),
  ('order.cancelled', 'customer', 'sms', 'order_closed', '订单已取消', '{store} 的订单 {number} 已取消，已付款项将原路退回。', '{}'),
  ('order.cancelled', 'merchant', 'in_app', 'order_cancelled', '订单 {number} 已取消', '{store} 的订单 {number} 已取消。',
   '{"en": {"title": "Order {number} cancelled", "body": "Order {number} of {store} was cancelled."}}')
on conflict (event, audience, channel) do nothing;
