-- A rate card is a list of typed rules read in order; every kind has its line, and the lines sum to the fee.
begin;
select plan(32);
select tests.make_town();
select tests.act_as('postgres');
-- 2026-11-23 is a Monday; the town is eight hours ahead of UTC.
create function pg_temp.price(
  p_goods bigint default 3000, p_grams int default 0, p_at timestamptz default '2026-11-23 12:00+08', p_lon float8 default 120.158)
returns jsonb
language sql
as $$
  select private.price_delivery(s, p_lon, 30.274, p_goods, p_grams, p_at)
  from public.stores s where s.id = tests.person('store');
$$;
create function pg_temp.lines(p_price jsonb)
returns text
language sql
as $$
  select coalesce(string_agg((l ->> 'kind') || ' ' || (l ->> 'amount_cents'), ', ' order by n), '')
  from jsonb_array_elements(p_price -> 'lines') with ordinality x (l, n);
$$;
create function pg_temp.rules(p_rules jsonb, p_key text, p_zone uuid default null, p_store uuid default null)
returns uuid
language plpgsql
as $$
declare
  v_id uuid;
begin
  perform tests.act_as('ops');
  v_id := (public.save_rate_card(tests.person('city'), 6000, p_rules, 'card-' || p_key, p_zone, p_store, p_key,
    '2026-01-01') ->> 'id')::uuid;
  perform tests.act_as('postgres');
  return v_id;
end;
$$;

select is(pg_temp.lines(pg_temp.price()), 'base 400', 'near: the base alone');
select is(pg_temp.lines(pg_temp.price(p_lon => 120.19)), 'base 400, distance 200', 'each started kilometre beyond the included ones');
select is(pg_temp.price() ->> 'rate_card_id', tests.person('rate_card')::text, 'the city''s card');

select pg_temp.rules('[
  {"kind": "base", "label": "起步价", "amount_cents": 300},
  {"kind": "distance", "label": "1–2 km", "from_meters": 500, "to_meters": 1000, "amount_cents": 50, "per_km_cents": 100},
  {"kind": "amount", "label": "小单", "below_cents": 2000, "amount_cents": 150},
  {"kind": "time_window", "label": "夜间", "weekdays": [1], "starts_at": "22:00", "ends_at": "02:00", "amount_cents": 200},
  {"kind": "weather", "label": "雨天", "condition": "rain", "amount_cents": 120},
  {"kind": "weight", "label": "超重", "over_grams": 5000, "per_kg_cents": 80}]', 'rules-one');
select is(pg_temp.lines(pg_temp.price()), 'base 300, distance 150', 'a tier: its amount and the kilometres up to its end');
select is((pg_temp.price() ->> 'fee_cents')::int, 450, 'the lines sum to the fee');
select is(pg_temp.lines(pg_temp.price(1999)), 'base 300, distance 150, amount 150', 'below an amount: a surcharge');
select is(pg_temp.lines(pg_temp.price(null)), 'base 300, distance 150', 'without a cart no amount rule is met');
select is(pg_temp.lines(pg_temp.price(p_at => '2026-11-23 21:59+08')), 'base 300, distance 150', 'before the window');
select is(pg_temp.lines(pg_temp.price(p_at => '2026-11-23 22:00+08')), 'base 300, distance 150, time_window 200', 'in it');
select is(pg_temp.lines(pg_temp.price(p_at => '2026-11-24 01:59+08')), 'base 300, distance 150, time_window 200', 'its night is Monday''s');
select is(pg_temp.lines(pg_temp.price(p_at => '2026-11-24 22:00+08')), 'base 300, distance 150', 'and not Tuesday''s');
select is(pg_temp.lines(pg_temp.price(p_grams => 5000)), 'base 300, distance 150', 'not over the weight');
select is(pg_temp.lines(pg_temp.price(p_grams => 6001)), 'base 300, distance 150, weight 160', 'each started kilogram over it');

select tests.act_as('ops');
select lives_ok($$ select public.set_city_condition(tests.person('city'), 'rain', '2030-01-01', '2026-01-01') $$, 'ops say that it rains');
select tests.act_as('postgres');
select is(pg_temp.lines(pg_temp.price()), 'base 300, distance 150, weather 120', 'rain costs');
select is(pg_temp.lines(pg_temp.price(p_at => '2030-01-01 00:00+00')), 'base 300, distance 150', 'until it ends');
select tests.act_as('staff');
select throws_ok($$ select public.set_city_condition(tests.person('city'), 'rain', null) $$, 'PT403', 'identity.not_allowed', 'a store does not make the weather');
select tests.act_as('service_role');
select lives_ok($$ select public.set_city_condition(tests.person('city'), 'rain', null) $$, 'a weather service lifts it');
select tests.act_as('postgres');
select is(pg_temp.lines(pg_temp.price()), 'base 300, distance 150', 'no rain, no line');
insert into public.incident_modes (zone_id, kind, starts_at, ends_at)
values (tests.person('zone'), 'rain', '2026-11-23 11:00+08', '2026-11-23 13:00+08');
select is(pg_temp.lines(pg_temp.price()), 'base 300, distance 150, weather 120', 'rain that ops switched on for the zone costs the same');
delete from public.incident_modes;

select pg_temp.rules(jsonb_build_array(
  '{"kind": "base", "label": "起步价", "amount_cents": 300}'::jsonb,
  jsonb_build_object('kind', 'zone', 'label', '区内', 'zone_id', tests.person('zone'), 'amount_cents', 70),
  '{"kind": "amount", "label": "满免", "free_from_cents": 5000}'::jsonb,
  '{"kind": "time_window", "label": "午高峰", "weekdays": [0,1,2,3,4,5,6], "starts_at": "11:00", "ends_at": "13:00", "amount_cents": 90}'::jsonb), 'rules-two');
select is(pg_temp.lines(pg_temp.price(4999)), 'base 300, zone 70, time_window 90', 'a place in the zone costs');
select is(pg_temp.lines(pg_temp.price(4999, p_lon => 120.2001)), 'base 300, time_window 90', 'one outside does not');
select is(pg_temp.lines(pg_temp.price(5000)), 'base 300, zone 70, amount -370, time_window 90', 'free delivery takes back what came before it, not what comes after');
select is((pg_temp.price(5000) ->> 'fee_cents')::int, 90, 'and the lines still sum to the fee');

select pg_temp.rules('[{"kind": "base", "label": "区价", "amount_cents": 222}]', 'rules-zone', tests.person('zone'));
select is(pg_temp.lines(pg_temp.price()), 'base 222', 'the card of the store''s zone goes before the city''s');
select set_config('tests.card', pg_temp.rules('[{"kind": "base", "label": "店价", "amount_cents": 111}]', 'rules-store', null, tests.person('store'))::text, true);
select is(pg_temp.lines(pg_temp.price()), 'base 111', 'and the store''s own before both');
select tests.act_as('ops');
select lives_ok($$ select public.end_rate_card(current_setting('tests.card')::uuid) $$, 'a card is ended');
select tests.act_as('postgres');
select is(pg_temp.lines(pg_temp.price(p_at => now())), 'base 222', 'and the wider one counts again');

select throws_ok(
  $$ select pg_temp.rules('[{"kind": "distance", "label": "里程", "per_km_cents": 100}]', 'rules-bad') $$,
  'PT422', 'store.rate_rule_invalid', 'a rule lacks what its kind needs');
select throws_ok(
  $$ select pg_temp.rules('[{"kind": "base", "label": "起步价", "amount_cents": 1, "condition": "rain"}]', 'rules-odd') $$,
  'PT422', 'store.rate_rule_invalid', 'or has what another kind needs');
select throws_ok(
  $$ select pg_temp.rules('[{"kind": "base", "label": "起步价", "amount_cents": "much"}]', 'rules-much') $$,
  'PT422', 'store.rate_rule_invalid', 'or no number where one belongs');
select tests.act_as('staff');
select throws_ok(
  $$ select public.save_rate_card(tests.person('city'), 6000, '[]', 'card-staff') $$, 'PT403', 'identity.not_allowed', 'ops set fees');
select * from finish();
rollback;
