insert into public.member_tiers (slug, level, name, translations, min_spend_cents, min_order_count, earn_bps) values
  ('regular', 0, '普通会员', '{"en": {"name": "Member"}}', 0, 0, 100),
  ('silver', 1, '银卡会员', '{"en": {"name": "Silver"}}', 50000, 10, 150),
  ('gold', 2, '金卡会员', '{"en": {"name": "Gold"}}', 200000, 40, 200)
on conflict (slug) do nothing;

insert into public.settings (key, value, description, schema) values
  ('member.cents_per_point', '1', 'What one point is worth, in minor units',
   '{"type": "integer", "minimum": 1, "maximum": 10000}'),
  ('member.points_max_share_bps', '5000', 'The most that points may pay of an order''s goods, in hundredths of a percent',
   '{"type": "integer", "minimum": 0, "maximum": 10000}'),
  ('member.points_days', '365', 'Points expire this many days after they were earned',
   '{"type": "integer", "minimum": 1, "maximum": 3650}'),
  ('member.earn_bps', '100', 'Points earned by customers without a tier, in hundredths of a percent of what they pay for goods',
   '{"type": "integer", "minimum": 0, "maximum": 10000}'),
  ('member.day', '{"weekdays": [3], "month_days": [], "earn_times": 2}', 'Member day: local weekdays (0 is Sunday) and days of the month, and how many times the points',
   '{"type": "object", "required": ["earn_times"], "additionalProperties": false, "properties": {"weekdays": {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 6}}, "month_days": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 31}}, "earn_times": {"type": "integer", "minimum": 1, "maximum": 20}}}')
on conflict (key) do nothing;
