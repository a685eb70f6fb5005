insert into public.delivery_transitions (from_status, command, actor, to_status) values
  ('unassigned', 'offer', 'system', 'offered'),
  ('offered', 'withdraw_offer', 'system', 'unassigned'),
  ('offered', 'accept_offer', 'rider', 'assigned'),
  ('unassigned', 'assign', 'ops', 'assigned'),
  ('assigned', 'unassign', 'ops', 'unassigned'),
  ('arrived_at_store', 'unassign', 'ops', 'unassigned'),
  ('assigned', 'arrive_at_store', 'rider', 'arrived_at_store'),
  ('arrived_at_store', 'pick_up', 'rider', 'picked_up'),
  ('picked_up', 'arrive_at_customer', 'rider', 'arrived_at_customer'),
  ('arrived_at_customer', 'deliver', 'rider', 'delivered'),
  ('unassigned', 'cancel', 'system', 'cancelled'),
  ('offered', 'cancel', 'system', 'cancelled'),
  ('assigned', 'cancel', 'system', 'cancelled'),
  ('arrived_at_store', 'cancel', 'system', 'cancelled'),
  ('picked_up', 'cancel', 'system', 'cancelled'),
  ('arrived_at_customer', 'cancel', 'system', 'cancelled')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

