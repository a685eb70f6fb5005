insert into public.settings (key, value, description, schema) values
  ('audit.retention_months', '24', 'For how many months the audit log is kept',
   '{"type": "integer", "minimum": 1, "maximum": 240}')
on conflict (key) do nothing;
