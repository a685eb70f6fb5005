insert into public.penalty_transitions (from_status, command, actor, to_status) values
  ('issued', 'appeal', 'merchant', 'appealed'),
  ('appealed', 'uphold', 'ops', 'upheld'),
  ('issued', 'withdraw', 'ops', 'withdrawn'),
  ('appealed', 'withdraw', 'ops', 'withdrawn'),
  ('upheld', 'withdraw', 'ops', 'withdrawn')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('late_preparation', 'merchant_penalty', 'ops', '出餐严重超时', '{"en": {"label": "Much too late with orders"}}', 500),
  ('food_safety', 'merchant_penalty', 'ops', '食品安全问题', '{"en": {"label": "Food safety"}}', 510),
  ('false_menu', 'merchant_penalty', 'ops', '商品与描述不符', '{"en": {"label": "Goods are not as described"}}', 520),
  ('fake_orders', 'merchant_penalty', 'ops', '虚假交易', '{"en": {"label": "Fake orders"}}', 530),
  ('many_rejections', 'merchant_penalty', 'ops', '无故拒单过多', '{"en": {"label": "Too many orders declined"}}', 540),
  ('other_breach', 'merchant_penalty', 'ops', '其他违规', '{"en": {"label": "Another breach of the rules"}}', 550)
on conflict (code) do nothing;

insert into public.settings (key, value, description, schema) values
  ('penalty.appeal_days', '7', 'For how many days a merchant may appeal against a penalty',
   '{"type": "integer", "minimum": 1, "maximum": 90}'),
  ('penalty.maximum_cents', '500000', 'The highest fine, in minor units',
   '{"type": "integer", "minimum": 1, "maximum": 100000000}')
on conflict (key) do nothing;
