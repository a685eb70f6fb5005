insert into public.commission_plans (id, name, translations, is_default) values
  ('00000000-0000-4000-8000-000000000101', '标准', '{"en": {"name": "Standard"}}', true)
on conflict (id) do nothing;

insert into public.commission_rules (id, plan_id, name, percent_bps) values
  ('00000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000101', '商品金额', 1500)
on conflict (id) do nothing;
