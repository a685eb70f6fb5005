-- A whole menu goes out and comes back the same; an import answers row by row, alone or all or nothing.
begin;
select plan(42);
select tests.make_town();
select tests.act_as('postgres');
insert into public.dayparts (id, store_id, name) values (tests.person('morning'), tests.person('store'), '早市');
insert into public.daypart_windows (daypart_id, weekday, starts_at, ends_at) values (tests.person('morning'), 1, '06:00', '10:00'), (tests.person('morning'), 2, '06:00', '10:00');
update public.menu_sections set translations = '{"en": {"name": "Best, \"really\""}}' where id = tests.person('section');
update public.products set daypart_id = tests.person('morning'), description = E'=cmd|\n"两行",逗号', sku = 'N-1', weight_grams = 500,
  fulfillment_types = '{delivery,pickup}', category_id = tests.person('category'), attributes = '{"spicy": 2}' where id = tests.person('noodles');
insert into public.product_variants (product_id, name, price_cents, sort_order) values (tests.person('tea'), '大杯', 1000, -1);
insert into public.products (id, store_id, section_id, kind, name, price_cents) values
  (tests.person('repair'), tests.person('store'), tests.person('section'), 'service', '上门维修', 5000),
  (tests.person('deal'), tests.person('store'), tests.person('section'), 'voucher', '双人套餐券', 6000);
insert into public.service_items (product_id, duration_minutes) values (tests.person('repair'), 60);
insert into public.voucher_products (product_id, valid_days, face_value_cents) values (tests.person('deal'), 30, 8000);
insert into public.stock_items (modifier_id, on_hand_count, low_stock_count) values (tests.person('egg'), 40, 5);

create function pg_temp.counts(p_answer jsonb)
returns text
language sql
as $$ select concat_ws(' ', p_answer ->> 'is_applied', p_answer ->> 'created', p_answer ->> 'updated', p_answer ->> 'unchanged', p_answer ->> 'failed') $$;
create function pg_temp.take(p_csv text, p_is_dry_run boolean default false, p_is_all_or_nothing boolean default false)
returns jsonb
language sql
as $$ select public.import_menu(tests.person('store'), 'csv', p_csv, p_is_dry_run, p_is_all_or_nothing) $$;
create function pg_temp.failures(p_answer jsonb)
returns text
language sql
as $$
  select string_agg(concat_ws(' ', r ->> 'row', r #>> '{errors,0,key}', r #>> '{errors,0,detail,column}'), '; ' order by (r ->> 'row')::int)
  from jsonb_array_elements(p_answer -> 'rows') r where r ->> 'status' = 'failed';
$$;
grant execute on all functions in schema pg_temp to public;

-- there and back
select tests.act_as('staff');
select set_config('tests.csv', public.export_menu(tests.person('store')), true) is not null as exported;
select set_config('tests.json', public.export_menu(tests.person('store'), 'json'), true) is not null as exported;
select matches(current_setting('tests.csv'), U&'^\FEFFtype,ref,parent,name,', 'a spreadsheet knows the letters and the columns');
select matches(current_setting('tests.csv'), E'"''=cmd\\|\n""两行"",逗号"', 'no cell is a formula');
select is(pg_temp.counts(pg_temp.take(current_setting('tests.csv'))), 'true 0 0 13 0', 'CSV comes back unchanged');
select is(pg_temp.counts(public.import_menu(tests.person('store'), 'json', current_setting('tests.json'))), 'true 0 0 13 0', 'JSON comes back unchanged');
select is(public.export_menu(tests.person('store')), current_setting('tests.csv'), 'nothing was changed by it');

-- into another store
select tests.act_as('other_staff');
select is(pg_temp.counts(public.import_menu(tests.person('other_store'), 'csv', current_setting('tests.csv'))), 'true 12 1 0 0', 'another store''s menu is copied: its section of the same name is reused');
select is((select count(*)::int from public.products where store_id = tests.person('other_store')), 5, 'all products beside its own');
select is(
  (select concat_ws(' ', p.sku, p.attributes, p.fulfillment_types, d.name, c.slug) from public.products p
   join public.dayparts d on d.id = p.daypart_id and d.store_id = p.store_id join public.categories c on c.id = p.category_id
   where p.store_id = tests.person('other_store') and p.name = '牛肉面'),
  'N-1 {"spicy": 2} {delivery,pickup} 早市 test-noodles', 'with everything that it names');
select is((select count(*)::int from public.modifiers m join public.modifier_groups g on g.id = m.group_id join public.products p on p.id = g.product_id
  where p.store_id = tests.person('other_store') and p.name = '牛肉面'), 4, 'down to the options');
select is((select s.on_hand_count || ' ' || s.low_stock_count from public.stock_items s join public.modifiers m on m.id = s.modifier_id
  where m.store_id = tests.person('other_store')), '40 5', 'and their stock');
select is((select duration_minutes from public.service_items where store_id = tests.person('other_store')), 60, 'services too');
select is((select face_value_cents from public.voucher_products where store_id = tests.person('other_store')), 8000::bigint, 'and vouchers');
select is(pg_temp.counts(public.import_menu(tests.person('other_store'), 'csv', current_setting('tests.csv'))), 'true 0 0 13 0', 'a second time changes nothing');
select throws_ok($$ select public.export_menu(tests.person('store')) $$, 'PT403', 'store.not_staff', 'another store''s menu stays there');
select throws_ok($$ select pg_temp.take(current_setting('tests.csv')) $$, 'PT403', 'store.not_staff', 'and is not written');
select tests.act_as('clerk');
select throws_ok($$ select pg_temp.take(current_setting('tests.csv')) $$, 'PT403', 'store.not_staff', 'a clerk does not write menus');

-- by hand
select tests.act_as('staff');
select set_config('tests.hand', E'name,type,parent,price_cents,stock_count,is_required,max_quantity\n'
  '冷饮,section,,,,,\n'
  '酸梅汤,product,冷饮,600,50,,\n'
  '冰量,modifier_group,酸梅汤,,,TRUE,\n'
  '少冰,modifier,酸梅汤/冰量,0,,,2\n', true) is not null as written;
select is(pg_temp.counts(pg_temp.take(current_setting('tests.hand'), true)), 'false 4 0 0 0', 'a dry run reports');
select is_empty($$ select 1 from public.products where name = '酸梅汤' $$, 'and writes nothing');
select is(pg_temp.counts(pg_temp.take(current_setting('tests.hand'))), 'true 4 0 0 0', 'names are enough');
select is((select p.price_cents || ' ' || s.on_hand_count || ' ' || m.name || ' ' || m.max_quantity from public.products p
  join public.stock_items s on s.product_id = p.id join public.modifier_groups g on g.product_id = p.id join public.modifiers m on m.group_id = g.id
  where p.name = '酸梅汤'), '600 50 少冰 2', 'everything is there');
select is(pg_temp.counts(pg_temp.take(current_setting('tests.hand'))), 'true 0 0 4 0', 'and known again');
select is(pg_temp.counts(pg_temp.take(replace(current_setting('tests.hand'), '600,50', '700,'))), 'true 0 1 3 0', 'one row changes');
select tests.act_as('postgres');
select is((select price_cents || ' ' || case when exists (select 1 from public.stock_items k where k.id = p.id) then 'counted' else 'uncounted' end from public.products p where name = '酸梅汤'), '700 uncounted', 'an empty cell empties');
select tests.act_as('staff');
select is(pg_temp.counts(pg_temp.take(E'type,name,parent\nproduct,酸梅汤,冷饮\n')), 'true 0 0 1 0', 'a column that is left out changes nothing');
select is(pg_temp.take(E'type,name,parent,Prize_Cents,type_\nproduct,酸梅汤,冷饮,5,\n', true) -> 'unknown_columns', '["prize_cents", "type_"]', 'a column that nobody knows is named');

-- what is wrong with a row
select set_config('tests.bad', E'type,ref,parent,name,price_cents,kind,attributes,sku,daypart,fulfillment_types,min_count\n'
  'product,,冷饮,好的,500,,,A-1,,,\n'
  'dish,,冷饮,什么,500,,,,,,\n'
  'product,,不存在,没处放,500,,,,,,\n'
  'product,,冷饮,字母价,abc,,,,,,\n'
  'product,,冷饮,负价,-5,,,,,,\n'
  'product,,冷饮,没价,,,,,,,\n'
  'product,,冷饮,,500,,,,,,\n'
  'product,,冷饮,坏属性,500,,{bad,,,,\n'
  'product,,冷饮,坏类,500,food,,,,,\n'
  'product,,冷饮,坏时段,500,,,,午市,,\n'
  'product,,冷饮,坏方式,500,,,,,flying,\n'
  'product,,冷饮,酸梅汤,500,voucher,,,,,\n'
  'variant,,牛肉面,大份,900,,,A-2,,,\n'
  'variant,,绿茶,大份,900,,,A-2,,,\n'
  'modifier_group,,好的,太多,,,,,,,9\n', true) is not null as written;
select is(pg_temp.failures(pg_temp.take(current_setting('tests.bad'), true)),
  '3 catalog.import_type_unknown type; 4 catalog.import_parent_unknown parent; 5 catalog.import_value_invalid price_cents; '
  '6 catalog.import_value_invalid price_cents; 7 catalog.import_value_invalid price_cents; 8 catalog.import_value_invalid name; '
  '9 catalog.import_value_invalid attributes; 10 catalog.import_value_invalid kind; 11 catalog.import_parent_unknown daypart; '
  '12 catalog.import_value_invalid fulfillment_types; 13 catalog.kind_mismatch kind; 15 catalog.sku_taken sku; 16 catalog.import_value_invalid min_count, max_count',
  'each row says what is wrong and where');
select is(pg_temp.counts(pg_temp.take(current_setting('tests.bad'), false, true)), 'false 2 0 0 13', 'all or nothing: nothing');
select is_empty($$ select 1 from public.products where name = '好的' $$, 'not even the good ones');
select is(pg_temp.counts(pg_temp.take(current_setting('tests.bad'))), 'true 2 0 0 13', 'each by itself: the good ones');
select isnt_empty($$ select 1 from public.products where name = '好的' $$, 'are there');
select is(pg_temp.failures(pg_temp.take(E'type,name,parent,price_cents,sku\nproduct,抢号,冷饮,100,\nproduct,新号,冷饮,100,X-1\nsection,茶,,,\n')), null, 'a good file fails nowhere');
select throws_ok($$ select pg_temp.take('"a"b') $$, 'PT422', 'catalog.csv_invalid', 'what is no CSV');
select throws_ok($$ select public.import_menu(tests.person('store'), 'json', '{"a": ') $$, 'PT422', 'catalog.json_invalid', 'what is no JSON');
select throws_ok($$ select public.import_menu(tests.person('store'), 'json', '{"a": 1}') $$, 'PT422', 'catalog.json_invalid', 'what has no rows');
select throws_ok($$ select public.import_menu(tests.person('store'), 'xlsx', '') $$, 'PT400', 'catalog.format_unknown', 'another format');
select throws_ok($$ select public.export_menu(tests.person('store'), 'xlsx') $$, 'PT400', 'catalog.format_unknown', 'in either direction');
select is(pg_temp.counts(public.import_menu(tests.person('store'), 'json', '[{"type": "section", "name": "JSON 节"}, 7, {"type": "product", "name": "J", "parent": "JSON 节", "price_cents": 5, "fulfillment_types": ["pickup"]}]')),
  'true 2 0 0 1', 'JSON by hand');

-- many
select set_config('tests.big', E'type,ref,parent,name,price_cents,sku,stock_count\n' || 'section,big,,大单,,,' || E'\n' || (
  select string_agg(format('product,p%s,big,"商品, %s",%s,S-%s,%s', n, n, 100 + n, n, n), E'\n' order by n) || E'\n'
    || string_agg(format('variant,,p%s,大号,%s,,', n, 200 + n), E'\n' order by n) from generate_series(1, 1000) n), true) is not null as written;
select is(pg_temp.counts(pg_temp.take(current_setting('tests.big'))), 'true 2001 0 0 0', 'two thousand rows');
select is(pg_temp.counts(pg_temp.take(current_setting('tests.big'))), 'true 0 0 2001 0', 'twice are the same');
select set_config('tests.csv', public.export_menu(tests.person('store')), true) is not null as exported;
select is((select concat_ws(' ', a ->> 'created', a ->> 'updated', a ->> 'failed', (a ->> 'unchanged')::int > 2000) from pg_temp.take(current_setting('tests.csv')) a), '0 0 0 t', 'and out and back');
select tests.act_as('ops');
select is(pg_temp.counts(pg_temp.take(E'type,name\nsection,平台加的\n')), 'true 1 0 0 0', 'ops help a store');
select tests.act_as('anon');
select throws_ok($$ select pg_temp.take('') $$, '42501', null, 'nobody else does');
select * from finish();
rollback;
