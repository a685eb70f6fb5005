insert into public.settings (key, value, description) values
  ('audit.retention_months', '24', 'For how many months the audit log is kept')
on conflict (key) do nothing;
