-- Loaded once before the pgTAP files: a small town with one person of every kind, made inside each test's transaction.
create schema if not exists tests;
grant usage on schema tests to anon, authenticated, service_role;

create or replace function tests.person(p_name text)
returns uuid
language sql
immutable
as $$
  -- The same name is always the same person.
  select extensions.uuid_generate_v5('6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid, 'linli-test:' || p_name);
$$;

create or replace function tests.act_as(p_name text)
returns void
language plpgsql
as $$
begin
  perform set_config('role', 'postgres', true);
  if p_name in ('anon', 'service_role') then
    perform set_config('request.jwt.claims', jsonb_build_object('role', p_name)::text, true);
    perform set_config('role', p_name, true);
  elsif p_name = 'postgres' then
    perform set_config('request.jwt.claims', '', true);
  else
    perform set_config('request.jwt.claims',
      jsonb_build_object('role', 'authenticated', 'sub', tests.person(p_name))::text, true);
    perform set_config('role', 'authenticated', true);
  end if;
end;
$$;
comment on function tests.act_as(text) is 'Goes on as a person of the town, anon, service_role or postgres.';

create or replace function tests.make_town()
returns void
language plpgsql
security definer
as $$
declare
  v_name text;
  v_city uuid := tests.person('city');
begin
  insert into public.cities (id, slug, name, timezone, currency, lon, lat)
  values (v_city, 'test-town', '测试镇', 'Asia/Shanghai', 'CNY', 120.15, 30.27);
  insert into public.zones (id, city_id, name, area, offer_timeout_seconds)
  values (tests.person('zone'), v_city, '全镇',
    extensions.st_multi(extensions.st_makeenvelope(120.10, 30.22, 120.20, 30.32, 4326)), 40);
  insert into public.rate_cards (city_id, base_cents, included_meters, per_km_cents, reach_meters)
  values (v_city, 400, 2000, 100, 6000);
  insert into public.categories (id, slug, name) values (tests.person('category'), 'test-noodles', '面馆');

  foreach v_name in array array['customer', 'other_customer', 'staff', 'clerk', 'other_staff', 'rider', 'other_rider', 'ops'] loop
    insert into auth.users (id, email, phone) values (
      tests.person(v_name), v_name || '@test.linli', '8613900' || lpad((abs(hashtext(v_name)) % 1000000)::text, 6, '0'));
  end loop;
  insert into public.ops_members (user_id, role) values (tests.person('ops'), 'admin');

  insert into public.merchants (id, name, commission_bps) values
    (tests.person('merchant'), '一号商户', 1500), (tests.person('other_merchant'), '二号商户', 1000);
  insert into public.stores (id, merchant_id, city_id, category_id, name, lon, lat, is_published, minimum_order_cents, packaging_fee_cents, preparation_minutes)
  values
    (tests.person('store'), tests.person('merchant'), v_city, tests.person('category'), '一号面馆', 120.151, 30.271, true, 1500, 200, 10),
    (tests.person('other_store'), tests.person('other_merchant'), v_city, tests.person('category'), '二号面馆', 120.155, 30.275, true, 0, 0, 15);
  insert into public.store_hours (store_id, weekday, opens_at, closes_at)
  select s, d, '00:00', '00:00' from generate_series(0, 6) d, unnest(array[tests.person('store'), tests.person('other_store')]) s;
  insert into public.merchant_members (merchant_id, user_id, store_id, role) values
    (tests.person('merchant'), tests.person('staff'), null, 'manager'),
    (tests.person('merchant'), tests.person('clerk'), tests.person('store'), 'order_clerk'),
    (tests.person('other_merchant'), tests.person('other_staff'), null, 'manager');

  insert into public.menu_sections (id, store_id, name) values
    (tests.person('section'), tests.person('store'), '招牌'),
    (tests.person('other_section'), tests.person('other_store'), '招牌');
  insert into public.products (id, store_id, section_id, name, price_cents) values
    (tests.person('noodles'), tests.person('store'), tests.person('section'), '牛肉面', 2500),
    (tests.person('tea'), tests.person('store'), tests.person('section'), '绿茶', 800),
    (tests.person('other_noodles'), tests.person('other_store'), tests.person('other_section'), '鸡汤面', 2000);
  insert into public.modifier_groups (id, product_id, name, min_count, max_count) values
    (tests.person('spice'), tests.person('noodles'), '辣度', 1, 1),
    (tests.person('extra'), tests.person('noodles'), '加料', 0, 2);
  insert into public.modifiers (id, group_id, name, price_cents) values
    (tests.person('mild'), tests.person('spice'), '微辣', 0),
    (tests.person('hot'), tests.person('spice'), '重辣', 0),
    (tests.person('egg'), tests.person('extra'), '煎蛋', 300),
    (tests.person('beef'), tests.person('extra'), '加牛肉', 900);
  insert into public.stock_items (product_id, on_hand_count) values (tests.person('tea'), 3);

  insert into public.promotions (id, city_id, store_id, kind, name, tiers, cost_bearer, is_active) values
    (tests.person('full_cut'), v_city, null, 'spend_and_save', '满30减5', '[{"min_cents": 3000, "discount_cents": 500}]', 'platform', true),
    (tests.person('cheap_way'), v_city, tests.person('store'), 'delivery_discount', '配送减2元', '[{"min_cents": 0, "discount_cents": 200}]', 'merchant', true),
    (tests.person('sleeping'), v_city, tests.person('other_store'), 'spend_and_save', '未启用', '[{"min_cents": 3000, "discount_cents": 900}]', 'merchant', false);

  insert into public.riders (id, city_id, display_name, phone) values
    (tests.person('rider'), v_city, '骑手小王', '13900000001'), (tests.person('other_rider'), v_city, '骑手小李', '13900000002');
  insert into public.addresses (id, user_id, contact_name, contact_phone, street, detail, lon, lat, is_default) values
    (tests.person('home'), tests.person('customer'), '张三', '13812345678', '中山路 1 号', '2 单元 301', 120.158, 30.274, true),
    (tests.person('other_home'), tests.person('other_customer'), '李四', '13812345679', '解放路 9 号', '', 120.149, 30.268, true);
end;
$$;
comment on function tests.make_town() is 'City, zone, two merchants with a store each, menu, promotions, riders, ops and two customers, all by name through tests.person().';

create or replace function tests.noodles_and_tea()
returns jsonb
language sql
as $$
  select jsonb_build_array(
    jsonb_build_object('product_id', tests.person('noodles'), 'quantity', 1,
      'modifier_ids', jsonb_build_array(tests.person('mild'), tests.person('egg'))),
    jsonb_build_object('product_id', tests.person('tea'), 'quantity', 1));
$$;
comment on function tests.noodles_and_tea() is '2500 + 300 + 800 = 3600 minor units.';

create or replace function tests.placed_order(p_name text default 'order')
returns uuid
language plpgsql
as $$
declare
  v_quote jsonb;
  v_order jsonb;
begin
  perform tests.act_as('customer');
  v_quote := public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'delivery', tests.person('home'));
  v_order := public.place_order((v_quote ->> 'id')::uuid, 'place-' || p_name);
  perform set_config('tests.' || p_name, v_order ->> 'id', true);
  return (v_order ->> 'id')::uuid;
end;
$$;
comment on function tests.placed_order(text) is 'An unpaid order of customer at store; its id is kept under the name.';

create or replace function tests.paid_order(p_name text default 'order')
returns uuid
language plpgsql
as $$
declare
  v_order_id uuid := tests.placed_order(p_name);
  v_payment jsonb;
begin
  v_payment := public.create_payment(v_order_id, 'wechat_pay');
  perform tests.act_as('service_role');
  perform public.record_payment_event('wechat_pay', 'event-' || p_name, 'captured', v_payment ->> 'out_trade_no',
    'tx-' || p_name, (v_payment ->> 'amount_cents')::bigint, now());
  return v_order_id;
end;
$$;
comment on function tests.paid_order(text) is 'The same, paid.';
grant execute on all functions in schema tests to anon, authenticated, service_role;
