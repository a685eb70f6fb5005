-- Who asked acts the same as customer, merchant or rider.
insert into public.ticket_transitions (from_status, command, actor, to_status)
select t.from_status::public.ticket_status, t.command, a.actor, t.to_status::public.ticket_status
from (values
  ('open', 'reply', 'open'),
  ('waiting', 'reply', 'waiting'),
  ('answered', 'reply', 'waiting'),
  ('resolved', 'reply', 'waiting'),
  ('open', 'close', 'closed'),
  ('waiting', 'close', 'closed'),
  ('answered', 'close', 'closed'),
  ('resolved', 'close', 'closed'),
  ('resolved', 'reopen', 'waiting'),
  ('closed', 'reopen', 'waiting'),
  ('resolved', 'rate', 'closed'),
  ('closed', 'rate', 'closed')
) as t (from_status, command, to_status)
cross join unnest('{customer,merchant,rider}'::public.actor_role[]) as a (actor)
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.ticket_transitions (from_status, command, actor, to_status) values
  ('open', 'reply', 'ops', 'answered'),
  ('waiting', 'reply', 'ops', 'answered'),
  ('answered', 'reply', 'ops', 'answered'),
  ('open', 'resolve', 'ops', 'resolved'),
  ('waiting', 'resolve', 'ops', 'resolved'),
  ('answered', 'resolve', 'ops', 'resolved'),
  ('resolved', 'reopen', 'ops', 'waiting'),
  ('closed', 'reopen', 'ops', 'waiting'),
  ('answered', 'close', 'system', 'closed'),
  ('resolved', 'close', 'system', 'closed'),
  ('open', 'note', 'ops', 'open'),
  ('waiting', 'note', 'ops', 'waiting'),
  ('answered', 'note', 'ops', 'answered'),
  ('resolved', 'note', 'ops', 'resolved'),
  ('closed', 'note', 'ops', 'closed'),
  ('open', 'ask_store', 'ops', 'open'),
  ('waiting', 'ask_store', 'ops', 'waiting'),
  ('answered', 'ask_store', 'ops', 'waiting'),
  ('open', 'assign', 'ops', 'open'),
  ('waiting', 'assign', 'ops', 'waiting'),
  ('answered', 'assign', 'ops', 'answered'),
  ('open', 'prioritize', 'ops', 'open'),
  ('waiting', 'prioritize', 'ops', 'waiting'),
  ('answered', 'prioritize', 'ops', 'answered')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('ticket_order', 'ticket', 'customer', '订单问题', '{"en": {"label": "About an order"}}', 300),
  ('ticket_refund', 'ticket', 'customer', '退款与售后', '{"en": {"label": "Refund and after-sale"}}', 310),
  ('ticket_rider', 'ticket', 'customer', '配送与骑手', '{"en": {"label": "Delivery and rider"}}', 320),
  ('ticket_store', 'ticket', 'customer', '投诉商家', '{"en": {"label": "Complaint about a store"}}', 330),
  ('ticket_account', 'ticket', 'customer', '账号与支付', '{"en": {"label": "Account and payment"}}', 340),
  ('ticket_other', 'ticket', 'customer', '其他问题', '{"en": {"label": "Something else"}}', 350),
  ('store_order', 'ticket', 'merchant', '订单问题', '{"en": {"label": "About an order"}}', 360),
  ('store_delivery', 'ticket', 'merchant', '配送问题', '{"en": {"label": "Delivery"}}', 370),
  ('store_money', 'ticket', 'merchant', '结算与账单', '{"en": {"label": "Settlement and bills"}}', 380),
  ('store_other', 'ticket', 'merchant', '其他问题', '{"en": {"label": "Something else"}}', 390),
  ('rider_order', 'ticket', 'rider', '配送任务问题', '{"en": {"label": "About a delivery"}}', 400),
  ('rider_income', 'ticket', 'rider', '收入与结算', '{"en": {"label": "Pay"}}', 410),
  ('rider_other', 'ticket', 'rider', '其他问题', '{"en": {"label": "Something else"}}', 420)
on conflict (code) do nothing;

insert into public.settings (key, value, description, schema) values
  ('support.first_response_seconds.low', '14400', 'A ticket of low priority is answered first within this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.first_response_seconds.normal', '1800', 'A ticket of normal priority is answered first within this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.first_response_seconds.high', '600', 'A ticket of high priority is answered first within this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.first_response_seconds.urgent', '180', 'An urgent ticket is answered first within this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.resolution_seconds.low', '259200', 'A ticket of low priority is resolved within this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.resolution_seconds.normal', '86400', 'A ticket of normal priority is resolved within this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.resolution_seconds.high', '28800', 'A ticket of high priority is resolved within this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.resolution_seconds.urgent', '7200', 'An urgent ticket is resolved within this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.silence_seconds', '259200', 'An answered ticket whose opener stays silent closes after this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.close_seconds', '172800', 'A resolved ticket closes after this many seconds',
   '{"type": "integer", "minimum": 30, "maximum": 7776000}'),
  ('support.reopen_days', '7', 'For how many days who asked may open a closed ticket again',
   '{"type": "integer", "minimum": 0, "maximum": 365}'),
  ('support.max_open', '10', 'A person has at most this many open tickets',
   '{"type": "integer", "minimum": 1, "maximum": 1000}')
on conflict (key) do nothing;
