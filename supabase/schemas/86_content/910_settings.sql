insert into public.settings (key, value, description) values
  ('content.link_hosts', '[]', 'Hosts that a banner may link to, for example ["example.com"]')
on conflict (key) do nothing;
