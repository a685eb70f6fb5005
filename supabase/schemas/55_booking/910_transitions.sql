insert into public.booking_transitions (from_status, command, actor, to_status) values
  ('requested', 'confirm', 'merchant', 'confirmed'),
  ('requested', 'confirm', 'ops', 'confirmed'),
  ('requested', 'cancel', 'system', 'cancelled'),
  ('confirmed', 'start', 'merchant', 'in_service'),
  ('confirmed', 'start', 'ops', 'in_service'),
  ('confirmed', 'finish', 'merchant', 'done'),
  ('confirmed', 'no_show', 'merchant', 'no_show'),
  ('confirmed', 'cancel', 'system', 'cancelled'),
  ('in_service', 'finish', 'merchant', 'done'),
  ('in_service', 'finish', 'ops', 'done'),
  ('in_service', 'cancel', 'system', 'cancelled')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.voucher_transitions (from_status, command, actor, to_status) values
  ('issued', 'redeem', 'merchant', 'redeemed'),
  ('issued', 'expire', 'system', 'expired'),
  ('issued', 'refund', 'customer', 'refunded'),
  ('issued', 'refund', 'system', 'refunded'),
  ('expired', 'refund', 'system', 'refunded')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.settings (key, value, description, schema) values
  ('booking.default_minutes', '60', 'How long a booking takes when its service does not say',
   '{"type": "integer", "minimum": 5, "maximum": 1440}'),
  ('booking.reach_meters', '15000', 'A store without an area serves at most so many metres away',
   '{"type": "integer", "minimum": 100, "maximum": 200000}')
on conflict (key) do nothing;
