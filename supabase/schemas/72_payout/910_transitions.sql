insert into public.payout_transitions (from_status, command, actor, to_status) values
  ('pending', 'approve', 'ops', 'processing'),
  ('pending', 'cancel', 'merchant', 'cancelled'),
  ('pending', 'cancel', 'rider', 'cancelled'),
  ('pending', 'cancel', 'ops', 'cancelled'),
  ('processing', 'mark_paid', 'ops', 'paid'),
  ('processing', 'mark_paid', 'system', 'paid'),
  ('processing', 'fail', 'ops', 'failed'),
  ('processing', 'fail', 'system', 'failed'),
  -- It was taken for failed, and the provider paid it all the same.
  ('failed', 'mark_paid', 'system', 'paid'),
  ('paid', 'fail', 'ops', 'failed'),
  ('paid', 'fail', 'system', 'failed')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.settings (key, value, description, schema) values
  ('payout.minimum_cents', '100', 'The least that is paid out at once',
   '{"type": "integer", "minimum": 1, "maximum": 100000000}')
on conflict (key) do nothing;
