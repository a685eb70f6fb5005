insert into public.onboarding_transitions (from_status, command, actor, to_status) values
  ('applied', 'review', 'ops', 'in_review'),
  ('applied', 'withdraw', 'customer', 'withdrawn'),
  ('in_review', 'approve', 'ops', 'approved'),
  ('in_review', 'reject', 'ops', 'rejected'),
  ('in_review', 'return', 'ops', 'returned'),
  ('returned', 'mend', 'customer', 'applied'),
  ('returned', 'withdraw', 'customer', 'withdrawn'),
  ('returned', 'reject', 'ops', 'rejected'),
  ('in_review', 'withdraw', 'customer', 'withdrawn')
on conflict (from_status, command, actor) do nothing;
