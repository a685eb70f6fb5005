create function private.next_rate_card_change(p_city_id uuid)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select min(b.at)
  from public.rate_cards r
  cross join lateral (values (r.starts_at), (r.ends_at)) as b (at)
  where r.city_id = p_city_id and b.at > now();
$$;
comment on function private.next_rate_card_change(uuid) is 'When the next rate card of a city begins or ends; null when none is set to.';
