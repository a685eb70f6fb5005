insert into public.settings (key, value, description, schema) values
  ('content.link_hosts', '[]', 'Hosts that a banner may link to, for example ["example.com"]',
   '{"type": "array", "maxItems": 100, "items": {"type": "string", "maxLength": 253, "pattern": "^[a-z0-9.-]+$"}}')
on conflict (key) do nothing;
