insert into public.payment_transitions (from_status, command, to_status) values
  ('pending', 'capture', 'captured'),
  ('pending', 'fail', 'failed'),
  ('pending', 'void', 'voided'),
  ('voided', 'capture', 'captured'),
  ('failed', 'capture', 'captured'),
  ('captured', 'refund_part', 'partially_refunded'),
  ('captured', 'refund_full', 'refunded'),
  ('partially_refunded', 'refund_part', 'partially_refunded'),
  ('partially_refunded', 'refund_full', 'refunded')
on conflict (from_status, command) do update set to_status = excluded.to_status;

insert into public.refund_transitions (from_status, command, actor, to_status) values
  ('requested', 'start', 'system', 'refunding'),
  ('refunding', 'confirm', 'system', 'refunded')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

