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


insert into public.settings (key, value, description) values
  ('wallet.description', '"钱包充值"', 'How a top-up is called at the payment provider'),
  ('wallet.top_up_minimum_cents', '100', 'The least that a customer may put into the wallet at once'),
  ('wallet.top_up_maximum_cents', '200000', 'The most that a customer may put into the wallet at once')
on conflict (key) do nothing;
