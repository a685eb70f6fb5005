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

create or replace function tests.answer(p_sql text)
returns text
language plpgsql
as $$
begin
  execute p_sql;
  return 'done';
exception when others then
  return sqlerrm;
end;
$$;
comment on function tests.answer(text) is 'Tries a statement: "done", or the key of its error.';

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
  insert into public.rate_cards (id, city_id, currency, reach_meters, starts_at)
  values (tests.person('rate_card'), v_city, 'CNY', 6000, '2020-01-01');
  insert into public.rate_card_rules (rate_card_id, position, kind, label, amount_cents) values
    (tests.person('rate_card'), 1, 'base', '起步价', 400);
  insert into public.rate_card_rules (rate_card_id, position, kind, label, from_meters, per_km_cents) values
    (tests.person('rate_card'), 2, 'distance', '里程费', 2000, 100);
  insert into public.categories (id, slug, name) values (tests.person('category'), 'test-noodles', '面馆');

  foreach v_name in array array['customer', 'other_customer', 'staff', 'clerk', 'other_staff', 'rider', 'other_rider', 'ops'] loop
    insert into auth.users (id, email, phone) values (
      tests.person(v_name), v_name || '@test.linli', '8613900' || lpad((abs(hashtext(v_name)) % 1000000)::text, 6, '0'));
  end loop;
  insert into public.ops_members (user_id, role) values (tests.person('ops'), 'admin');

  insert into public.merchants (id, name) values
    (tests.person('merchant'), '一号商户'), (tests.person('other_merchant'), '二号商户');
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

  insert into public.promotions (id, city_id, store_id, kind, name, tiers, cost_bearer, status) values
    (tests.person('full_cut'), v_city, null, 'spend_and_save', '满30减5', '[{"min_cents": 3000, "discount_cents": 500}]', 'platform', 'published'),
    (tests.person('cheap_way'), v_city, tests.person('store'), 'delivery_discount', '配送减2元', '[{"min_cents": 0, "discount_cents": 200}]', 'merchant', 'published'),
    (tests.person('sleeping'), v_city, tests.person('other_store'), 'spend_and_save', '未启用', '[{"min_cents": 3000, "discount_cents": 900}]', 'merchant', 'draft');

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

create or replace function tests.delivered_order(p_name text default 'order')
returns uuid
language plpgsql
as $$
declare
  v_order_id uuid := tests.paid_order(p_name);
  v_delivery_id uuid;
  v_tick jsonb;
begin
  perform tests.act_as('staff');
  perform public.accept_order(v_order_id, 'accept-' || p_name);
  perform public.start_preparing(v_order_id, 'start-' || p_name);
  perform public.mark_order_ready(v_order_id, 'ready-' || p_name);
  perform tests.act_as('rider');
  perform public.go_online(120.152, 30.272);
  perform tests.act_as('service_role');
  v_tick := public.begin_dispatch_tick(tests.person('zone'));
  v_delivery_id := (v_tick #>> '{deliveries,0,id}')::uuid;
  perform public.commit_dispatch_tick((v_tick ->> 'tick_id')::uuid, jsonb_build_object('offers', jsonb_build_array(
    jsonb_build_object('delivery_id', v_delivery_id, 'rider_id', tests.person('rider'), 'to_store_seconds', 60))));
  perform tests.act_as('rider');
  perform public.accept_offer((public.get_rider_home() #>> '{offers,0,id}')::uuid, 'offer-' || p_name);
  perform public.arrive_at_store(v_delivery_id, 'arrive-' || p_name);
  perform public.pick_up_delivery(v_delivery_id, 'pickup-' || p_name);
  perform public.arrive_at_customer(v_delivery_id, 'door-' || p_name);
  perform public.deliver_delivery(v_delivery_id, 'deliver-' || p_name);
  return v_order_id;
end;
$$;
comment on function tests.delivered_order(text) is 'The same, carried to the door by rider.';

create or replace function tests.refunded_order(p_name text default 'refunded')
returns uuid
language plpgsql
as $$
declare
  v_order_id uuid := tests.paid_order(p_name);
  v_refund record;
begin
  perform tests.act_as('customer');
  perform public.cancel_order(v_order_id, 'cancel-' || p_name, 'changed_mind');
  perform tests.act_as('service_role');
  select * into v_refund from public.claim_refunds(1);
  perform public.record_payment_event('wechat_pay', 'refund-' || p_name, 'refunded', v_refund.out_trade_no, null,
    v_refund.amount_cents, now(), jsonb_build_object('out_refund_no', v_refund.out_refund_no));
  return v_order_id;
end;
$$;
comment on function tests.refunded_order(text) is 'Paid, cancelled by its customer, and paid back.';

create or replace function tests.add_booking_and_voucher(p_order_id uuid)
returns void
language sql
as $$
  with made as (
    insert into public.bookings (order_id, store_id, customer_id, starts_at, ends_at)
    select id, store_id, customer_id, now(), now() + interval '1 hour' from public.orders where id = p_order_id
    returning id
  )
  insert into public.booking_events (booking_id, command, from_status, to_status, actor)
  select id, 'confirm', 'requested', 'confirmed', 'merchant' from made;
  with made as (
    insert into public.vouchers (order_id, order_item_id, store_id, customer_id, code, amount_cents, expires_at)
    select o.id, i.id, o.store_id, o.customer_id, private.new_voucher_code(), 1, now() + interval '1 day'
    from public.orders o join public.order_items i on i.order_id = o.id and i.line_number = 1
    where o.id = p_order_id
    returning id
  )
  insert into public.voucher_events (voucher_id, command, from_status, to_status, actor)
  select id, 'redeem', 'issued', 'redeemed', 'merchant' from made;
  insert into public.order_requests (order_id, kind, status, asked_by, due_at)
  values (p_order_id, 'slot', 'declined', 'merchant', now());
$$;
comment on function tests.add_booking_and_voucher(uuid) is 'One row in each table of bookings, vouchers and requests, hung on an order.';

create or replace function tests.full_town()
returns void
language plpgsql
as $$
declare
  v_message record;
begin
  perform tests.make_town();
  perform tests.delivered_order('delivered');
  perform tests.refunded_order('refunded');
  perform tests.paid_order('waiting');
  perform tests.act_as('service_role');
  perform public.run_settlement((now() at time zone 'Asia/Shanghai')::date);
  for v_message in select * from public.claim_outbox_messages(100, 60) loop
    if v_message.kind = 'notify.in_app' then
      perform public.deliver_notification(v_message.id);
    end if;
  end loop;
  perform public.record_workflow_failure('settlement', '1', 'no answer');
  perform tests.act_as('postgres');
  insert into public.store_hour_exceptions (store_id, on_date) values (tests.person('store'), '2030-01-01');
  insert into public.promotions (id, city_id, kind, name, effect, status) values
    (tests.person('gift'), tests.person('city'), 'coupon', '减3元券', '{"distribution": "claim", "amount_cents": 300}', 'published');
  insert into public.promotions (id, city_id, is_for_enrolled, is_enrolment_open, kind, name, tiers, status) values
    (tests.person('campaign'), tests.person('city'), true, true, 'spend_and_save', '联合满减',
      '[{"min_cents": 5000, "discount_cents": 800}]', 'published');
  insert into public.campaign_enrolments (promotion_id, store_id, merchant_share_bps)
  values (tests.person('campaign'), tests.person('store'), 10000);
  insert into public.coupons (id, promotion_id, customer_id, source, expires_at)
  values (tests.person('coupon'), tests.person('gift'), tests.person('customer'), 'claim', now() + interval '7 days');
  insert into public.customer_tags (customer_id, tag) values (tests.person('customer'), 'regular_guest');
  insert into public.commission_plans (id, name) values (tests.person('plan'), '标准');
  insert into public.commission_rules (plan_id, percent_bps) values (tests.person('plan'), 1500);
  insert into public.commission_plan_versions (plan_id, version, content) values (tests.person('plan'), 1, '{}');
  insert into public.merchant_contracts (merchant_id, plan_id) values (tests.person('merchant'), tests.person('plan'));
  insert into public.tax_lines (order_id, tax_bps, line_numbers, amount_cents)
  values (current_setting('tests.delivered')::uuid, 600, '{1}', 100);
  perform tests.act_as('ops');
  perform public.add_customer_note(tests.person('customer'), '老顾客', 'note-of-town');
  perform public.reveal_customer_contact(tests.person('customer'), '核对订单');
  update public.stores set packaging_fee_cents = 200, phone = '0571-1' where id = tests.person('store');
  update public.categories set name = '面馆' || name where id = tests.person('category');
  perform tests.act_as('postgres');
  perform tests.act_as('service_role');
  perform public.import_provider_statement('wechat_pay', (now() at time zone 'Asia/Shanghai')::date, '[]');
  perform tests.act_as('staff');
  perform public.set_payout_account('merchant', tests.person('merchant'), '张三', '工商银行', '6222020012345678');
  perform public.request_payout('merchant', tests.person('merchant'), 100, 'payout-of-town');
  perform tests.act_as('postgres');
  perform private.refund_part(
    current_setting('tests.delivered')::uuid, null, 'cold', 'merchant', '[{"line_number": 2}]');
  insert into public.slot_capacities (store_id, fulfillment_type, capacity_count) values (tests.person('store'), 'delivery', 50);
  insert into public.slot_capacities (zone_id, fulfillment_type, capacity_count) values (tests.person('zone'), 'delivery', 500);
  insert into public.store_printers (store_id) values (tests.person('store'));
  insert into public.print_jobs (store_id, order_id, paper_mm, locale, copy_count)
  select o.store_id, o.id, 80, 'zh-CN', 1 from public.orders o where o.store_id = tests.person('store') order by o.number limit 1;
  insert into public.license_documents (merchant_id, kind, number, file_path, status) values
    (tests.person('merchant'), 'food_permit', 'JY-1', 'a/1.pdf', 'approved');
  perform tests.act_as('customer');
  perform public.apply_to_sell(tests.person('city'), tests.person('category'), '三号商户', '三号有限公司', '13900000003',
    '三号面馆', '中山路 3 号', 120.152, 30.272, '[]', 'apply-town');
  perform tests.act_as('ops');
  perform public.review_application((select id from public.onboarding_applications), 'review-town');
  perform tests.act_as('postgres');
  insert into public.city_conditions (city_id, condition, starts_at, ends_at)
  values (tests.person('city'), 'rain', '2020-01-01', '2020-01-02');
  insert into public.dayparts (id, store_id, name) values (tests.person('morning'), tests.person('store'), '早市');
  insert into public.daypart_windows (daypart_id, weekday, starts_at, ends_at) values (tests.person('morning'), 1, '06:00', '10:00');
  insert into public.product_variants (product_id, name, price_cents) values (tests.person('tea'), '大杯', 1000);
  insert into public.products (id, store_id, section_id, kind, name, price_cents) values
    (tests.person('repair'), tests.person('store'), tests.person('section'), 'service', '上门维修', 5000),
    (tests.person('deal'), tests.person('store'), tests.person('section'), 'voucher', '双人套餐券', 6000);
  insert into public.product_reviews (product_id, store_id, from_status, to_status)
  values (tests.person('deal'), tests.person('store'), 'in_review', 'published');
  insert into public.service_items (product_id, duration_minutes) values (tests.person('repair'), 60);
  insert into public.voucher_products (product_id, valid_days, face_value_cents) values (tests.person('deal'), 30, 8000);
  perform tests.add_booking_and_voucher(current_setting('tests.delivered')::uuid);
  insert into public.screen_definitions (resource, version, status, definition)
  values ('stores', 1, 'published', '{"format": 1, "resource": "stores"}'), ('stores', 2, 'draft', '{"format": 1, "resource": "stores"}');
  insert into public.custom_fields (resource, key, schema, is_internal)
  values ('stores', 'wifi', '{"type": "string"}', false), ('stores', 'risk_note', '{"type": "string"}', true);
  insert into public.custom_values (resource, row_id, key, value)
  values ('stores', tests.person('store')::text, 'wifi', '"linli"'), ('stores', tests.person('store')::text, 'risk_note', '"late"');
  insert into public.custom_resources (name, template, columns) values ('x_sample', 'ops_only', '[]');
  insert into public.rider_pay_rules (zone_id, kind, label, amount_cents, starts_at, ends_at)
  values (tests.person('zone'), 'peak', '午高峰', 100, '11:00', '13:00');
  insert into public.rider_shift_slots (id, zone_id, starts_at, ends_at, capacity)
  values (tests.person('slot'), tests.person('zone'), now() + interval '1 day', now() + interval '28 hours', 5);
  insert into public.incident_modes (zone_id, kind, ends_at) values (tests.person('zone'), 'rain', now() + interval '1 hour');
  update public.dispatch_parameters set grab_after_seconds = 120 where zone_id = tests.person('zone');
  perform tests.act_as('rider');
  perform public.book_shift(tests.person('slot'), 'book-the-slot');
  perform tests.act_as('customer');
  perform public.open_ticket('ticket_order', '少了一杯茶', 'ticket-of-town', current_setting('tests.delivered')::uuid);
  perform public.request_invoice(current_setting('tests.delivered')::uuid, 'person', '张三', 'zhang@test.linli', 'invoice-town');
  perform tests.act_as('ops');
  perform public.issue_penalty(tests.person('merchant'), 'warning', 'late_preparation', '多次超时', 'penalty-town');
  perform tests.act_as('postgres');
  perform private.make_commission_invoices();
  insert into public.delivery_incidents (delivery_id, rider_id, reason_code)
  select id, rider_id, 'customer_absent' from public.deliveries where status = 'delivered';
  insert into public.delivery_proofs (delivery_id, kind) select id, 'ops' from public.deliveries where status = 'delivered';
  insert into public.breach_records (rider_id, delivery_id, kind)
  select rider_id, id, 'late' from public.deliveries where status = 'delivered';
  insert into public.segments (id, slug, name) values (tests.person('segment'), 'everyone', '所有人');
  insert into public.articles (slug, name, is_published) values ('guide', '指南', true);
  insert into public.banners (city_id, name, segment_id) values (tests.person('city'), '老客专享', tests.person('segment'));
  insert into public.ad_slots (id, city_id, name, position, floor_cents) values (tests.person('ad'), tests.person('city'), '首页第三位', 3, 500);
  insert into public.ad_bids (slot_id, store_id, amount_cents, starts_on, ends_on)
  values (tests.person('ad'), tests.person('store'), 800, current_date, current_date);
  insert into public.ad_runs (slot_id, city_id, run_on, bid_count, store_id, price_cents)
  values (tests.person('ad'), tests.person('city'), current_date, 1, tests.person('store'), 500);
  insert into public.blocks (subject, subject_id, refuses, reason) values
    ('customer', tests.person('other_customer'), '{reviewing}', '广告评价');
  insert into public.risk_cases (id, moment, subject_id, score, decision, is_open, reasons, facts)
  values (tests.person('case'), 'claim', tests.person('other_customer'), 100, 'hold', true, '[]', '{}');
  insert into public.risk_events (case_id, decision) values (tests.person('case'), 'hold');
end;
$$;
comment on function tests.full_town() is 'A town with at least one row in every table.';

create or replace function tests.right_of(p_table regclass, p_command text, p_person text)
returns text
language plpgsql
as $$
declare
  v_columns text;
  v_column text;
  v_count int;
  v_sample jsonb;
  v_answer text;
begin
  -- The columns that a signed-in person may write; a right on none of them is no right.
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum), min(quote_ident(a.attname))
  into v_columns, v_column
  from pg_attribute a
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
    and (case p_command
      when 'select' then has_column_privilege('authenticated', p_table, a.attnum, 'select')
      when 'insert' then has_column_privilege('authenticated', p_table, a.attnum, 'insert')
      else has_column_privilege('authenticated', p_table, a.attnum, 'update') end);
  -- Without any granted column an attempt on the first plain column shows the refusal.
  v_column := coalesce(v_column, (
    select quote_ident(attname) from pg_attribute
    where attrelid = p_table and attnum > 0 and attidentity = '' and attgenerated = '' order by attnum limit 1));
  if p_command = 'insert' and v_columns is not null then
    perform tests.act_as('postgres');
    -- The first by name, of the first store: which row lies first in the table is chance.
    execute format('select to_jsonb(x) from (select %s from %s t
      order by to_jsonb(t) ->> ''name'' collate "C", (to_jsonb(t) ->> ''store_id'' = $1) desc nulls last limit 1) x',
      v_columns, p_table) into v_sample using tests.person('store')::text;
  end if;
  perform tests.act_as(p_person);
  begin
    case p_command
      when 'select' then
        execute format('select count(*) from %s', p_table) into v_count;
      when 'insert' then
        if v_columns is null then
          execute format('insert into %s default values', p_table);
        else
          execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)',
            p_table, v_columns, v_columns, p_table) using v_sample;
        end if;
      when 'update' then
        execute format('update %s set %s = %s', p_table, v_column, v_column);
        get diagnostics v_count = row_count;
      when 'delete' then
        execute format('delete from %s', p_table);
        get diagnostics v_count = row_count;
    end case;
    v_answer := case when p_command = 'insert' then 'yes' else v_count::text end;
    raise exception using errcode = 'ZZ001', message = 'undo';
  exception
    when sqlstate 'ZZ001' then null;
    when insufficient_privilege then v_answer := '-';
    -- The row was let through and met a constraint: the right is there.
    when integrity_constraint_violation then v_answer := case p_command when 'insert' then 'yes' else 'some' end;
  end;
  perform tests.act_as('postgres');
  return v_answer;
end;
$$;
comment on function tests.right_of(regclass, text, text) is
  'What a person can do to a table: "-" refused, otherwise how many rows are seen, changed or deleted ("some" when a constraint stops it), "yes" for insert. Changes nothing.';
grant execute on all functions in schema tests to anon, authenticated, service_role;
