create function private.rate_rule_name(p_kind public.rate_rule_kind)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('label', n.zh, 'translations', jsonb_build_object('en', jsonb_build_object('label', n.en)))
  from (values
    ('base', '起步价', 'Base fee'),
    ('distance', '里程费', 'Distance'),
    ('amount', '订单金额', 'Order amount'),
    ('zone', '区域附加', 'Zone'),
    ('time_window', '时段附加', 'Time of day'),
    ('weather', '天气附加', 'Weather'),
    ('weight', '重量附加', 'Weight')
  ) as n (kind, zh, en)
  where n.kind = p_kind::text;
$$;
comment on function private.rate_rule_name(public.rate_rule_kind) is 'What a rule of a rate card is called when nobody named it: {label, translations}.';
