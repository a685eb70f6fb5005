insert into public.invoice_transitions (from_status, command, actor, to_status) values
  ('requested', 'issue', 'merchant', 'issued'),
  ('requested', 'issue', 'ops', 'issued'),
  ('requested', 'decline', 'merchant', 'declined'),
  ('requested', 'decline', 'ops', 'declined'),
  ('requested', 'withdraw', 'customer', 'withdrawn'),
  ('requested', 'lapse', 'system', 'withdrawn'),
  ('issued', 'issue', 'merchant', 'issued'),
  ('issued', 'issue', 'ops', 'issued'),
  ('issued', 'void', 'merchant', 'voided'),
  ('issued', 'void', 'ops', 'voided')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.settings (key, value, description, schema) values
  ('invoice.request_days', '180', 'For how many days after completion an invoice may be asked for',
   '{"type": "integer", "minimum": 1, "maximum": 3650}'),
  ('invoice.commission_tax_bps', '600', 'Tax within the commission that the platform invoices, in hundredths of a percent',
   '{"type": "integer", "minimum": 0, "maximum": 5000}')
on conflict (key) do nothing;
