-- The category tree: moved without circles, its attributes inherited and held, its products reviewed where ops ask for it.
begin;
select plan(38);
select tests.make_town();
select tests.act_as('ops');
insert into public.categories (id, slug, name, sort_order, attributes_schema) values
  (tests.person('food'), 'food', '美食', 10, '{"properties": {"spicy": {"type": "integer", "minimum": 0, "maximum": 3, "x-label": {"en": "Spicy"}}}, "required": ["spicy"]}'),
  (tests.person('home'), 'home', '家政', 20, '{}');
insert into public.categories (id, slug, name, parent_id, sort_order) values
  (tests.person('soup'), 'soup', '汤', tests.person('food'), 10), (tests.person('salad'), 'salad', '沙拉', tests.person('food'), 20),
  (tests.person('rice'), 'rice', '饭', tests.person('food'), 30);

create function pg_temp.children(p_name text)
returns text
language sql
as $$
  select string_agg(slug, ' ' order by sort_order, id) from public.categories where parent_id is not distinct from tests.person(p_name);
$$;
grant execute on all functions in schema pg_temp to public;

select public.move_category(tests.person('rice'), tests.person('food'), 0);
select is(pg_temp.children('food'), 'rice soup salad', 'a category comes first');
select public.move_category(tests.person('rice'), tests.person('food'), 1);
select is(pg_temp.children('food'), 'soup rice salad', 'or second');
select public.move_category(tests.person('soup'), tests.person('food'));
select is(pg_temp.children('food'), 'rice salad soup', 'or last');
select is(jsonb_array_length(public.move_category(tests.person('home'), tests.person('food'), 99)), 4, 'it changes its parent, and the answer has all siblings');
select is(pg_temp.children('food'), 'rice salad soup home', 'in order');
select public.move_category(tests.person('home'), null, 0);
select is((select parent_id from public.categories where id = tests.person('home')), null, 'back among the roots');
select throws_ok($$ select public.move_category(tests.person('food'), tests.person('rice')) $$, 'PT422', 'catalog.category_cycle', 'never below its own child');
select throws_ok($$ select public.move_category(tests.person('food'), tests.person('food')) $$, 'PT422', 'catalog.category_cycle', 'nor below itself');
select throws_ok($$ update public.categories set parent_id = tests.person('rice') where id = tests.person('food') $$, 'PT422', 'catalog.category_cycle', 'by no other way either');
select throws_ok($$ select public.move_category(gen_random_uuid(), null) $$, 'PT404', 'catalog.category_not_found', 'what does not exist is not moved');
select throws_ok($$ update public.categories set attributes_schema = '{"properties": {"a": {"typ": "x"}}}' where id = tests.person('rice') $$,
  'PT422', 'catalog.schema_invalid', 'a schema that cannot be checked is refused');
update public.categories set attributes_schema = '{"properties": {"grain": {"enum": ["short", "long"]}, "spicy": {"type": "integer", "maximum": 1}}, "additionalProperties": false, "anyOf": [{"required": ["grain"]}, {"required": ["note"]}]}'
where id = tests.person('rice');
select tests.act_as('anon');
select is(public.get_category_schema(tests.person('rice')),
  '{"properties": {"grain": {"enum": ["short", "long"]}, "spicy": {"type": "integer", "maximum": 1}}, "required": ["spicy"],
    "additionalProperties": false, "allOf": [{"anyOf": [{"required": ["grain"]}, {"required": ["note"]}]}]}',
  'a category refines what those above it ask');
select is(public.get_category_schema(tests.person('home')), '{}', 'or asks nothing');
select tests.act_as('staff');
select throws_ok($$ select public.move_category(tests.person('home'), null) $$, 'PT403', 'identity.not_allowed', 'stores do not move categories');

select tests.act_as('postgres');
insert into public.ops_members (user_id, role) values (tests.person('other_customer'), 'finance');
select tests.act_as('other_customer');
select throws_ok($$ select public.move_category(tests.person('home'), null) $$, 'PT403', 'identity.not_allowed', 'nor do all of ops');
select tests.act_as('staff');

-- attributes
update public.products set category_id = tests.person('food'), attributes = '{"spicy": 2}' where id = tests.person('noodles');
select is((select attributes from public.products where id = tests.person('noodles')), '{"spicy": 2}', 'attributes as the category asks');
select throws_ok($$ update public.products set attributes = '{"spicy": 4}' where id = tests.person('noodles') $$, 'PT422', 'catalog.attributes_invalid', 'too much');
select throws_ok($$ update public.products set attributes = '{}' where id = tests.person('noodles') $$, 'PT422', 'catalog.attributes_invalid', 'too little');
create function pg_temp.detail_of(p_sql text)
returns jsonb
language plpgsql
as $$
declare
  v_detail text;
begin
  execute p_sql;
  return null;
exception when others then
  get stacked diagnostics v_detail = pg_exception_detail;
  return v_detail::jsonb;
end;
$$;
grant execute on all functions in schema pg_temp to public;
select is(
  pg_temp.detail_of($$ update public.products set category_id = tests.person('rice'), attributes = '{"spicy": 2, "grain": "wild", "x": 1}' where id = tests.person('noodles') $$) ->> 'paths',
  '/grain, /spicy, /x', 'the error names every place');
select is((select category_id from public.products where id = tests.person('noodles')), tests.person('food'), 'and nothing changed');
select lives_ok($$ update public.products set category_id = tests.person('rice'), attributes = '{"spicy": 1, "grain": "long"}' where id = tests.person('noodles') $$, 'until all of it fits');
select throws_ok($$ insert into public.product_variants (product_id, store_id, name, price_cents, attributes) values
  (tests.person('noodles'), tests.person('store'), '辣', 2600, '{"spicy": 9}') $$, 'PT422', 'catalog.attributes_invalid', 'a variant stays within them');
select lives_ok($$ insert into public.product_variants (product_id, store_id, name, price_cents, attributes) values
  (tests.person('noodles'), tests.person('store'), '不辣', 2600, '{"spicy": 0}') $$, 'and changes only its own');

-- review
select tests.act_as('ops');
update public.categories set is_review_required = true where id = tests.person('food');
select tests.act_as('staff');
select is((select status from public.products where id = tests.person('noodles')), 'published', 'what is shown stays');
update public.products set price_cents = 2400 where id = tests.person('noodles');
select is((select status from public.products where id = tests.person('noodles')), 'published', 'a price needs no review');
update public.products set name = '神奇牛肉面' where id = tests.person('noodles');
select is((select status from public.products where id = tests.person('noodles')), 'in_review', 'words do');
select tests.act_as('customer');
select is_empty($$ select 1 from public.products where id = tests.person('noodles') $$, 'meanwhile nobody sees it');
select tests.act_as('staff');
select throws_ok($$ update public.products set status = 'published' where id = tests.person('noodles') $$, '42501', null, 'a store does not publish it');
select throws_ok($$ select public.review_product(tests.person('noodles'), 'review-one', true) $$, 'PT403', 'identity.not_allowed', 'nor review it');
select tests.act_as('ops');
select throws_ok($$ select public.review_product(tests.person('noodles'), 'review-one', false) $$, 'PT422', 'catalog.review_note_required', 'a refusal has a reason');
select is(public.review_product(tests.person('noodles'), 'review-two', false, '夸大') ->> 'status', 'refused', 'ops refuse');
select tests.act_as('staff');
select is((select review_note from public.products where id = tests.person('noodles')), '夸大', 'the store reads why');
select is(public.submit_product(tests.person('noodles'), 'submit-one') ->> 'status', 'in_review', 'it hands it in again');
select throws_ok($$ select public.submit_product(tests.person('noodles'), 'submit-two') $$, 'PT409', 'catalog.review_refused', 'once');
select tests.act_as('ops');
select is(public.review_product(tests.person('noodles'), 'review-three', true) ->> 'status', 'published', 'ops publish');
select tests.act_as('staff');
select results_eq($$ select from_status::text || ' ' || to_status || ' ' || note from public.product_reviews order by id $$,
  array['published in_review ', 'in_review refused 夸大', 'refused in_review ', 'in_review published '], 'every step is kept');
insert into public.products (store_id, section_id, category_id, name, price_cents, attributes)
values (tests.person('store'), tests.person('section'), tests.person('food'), '新品', 900, '{"spicy": 0}');
select is((select status from public.products where name = '新品'), 'draft', 'a new product begins as a draft');
insert into public.products (store_id, section_id, name, price_cents) values (tests.person('store'), tests.person('section'), '小菜', 300);
select is((select status from public.products where name = '小菜'), 'published', 'where no review is asked it is shown at once');
select * from finish();
rollback;
