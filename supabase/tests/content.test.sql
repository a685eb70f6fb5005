begin;
select plan(12);
select tests.make_town();
insert into public.segments (id, slug, name, conditions)
values (tests.person('fans'), 'fans', '老客', '{">=": [{"var": "customer.order_count"}, 1]}');
select tests.act_as('ops');
insert into public.banners (city_id, name, link, sort_order, is_published) values
  (tests.person('city'), '第二', jsonb_build_object('kind', 'product', 'id', tests.person('noodles')), 20, true),
  (tests.person('city'), '第一', jsonb_build_object('kind', 'store', 'id', tests.person('store')), 10, true);
insert into public.banners (city_id, name, starts_at, is_published) values (tests.person('city'), '明天', now() + interval '1 day', true);
insert into public.banners (city_id, name) values (tests.person('city'), '草稿');
insert into public.banners (city_id, name, segment_id, sort_order, is_published)
values (tests.person('city'), '老客专享', tests.person('fans'), 30, true);
insert into public.banners (city_id, place, name, is_published) values (tests.person('city'), 'home_tile', '小方块', true);
select throws_ok($$ insert into public.banners (city_id, name, link) values (tests.person('city'), 'x', '{"kind": "url", "url": "https://evil.example"}') $$,
  'PT422', 'content.link_invalid', 'a host that is not allowed is refused');
update public.settings set value = '["good.example"]' where key = 'content.link_hosts';
select lives_ok($$ insert into public.banners (city_id, name, link) values (tests.person('city'), 'x', '{"kind": "url", "url": "https://good.example/a?b=1"}') $$,
  'an allowed one is taken');
select throws_ok($$ insert into public.banners (city_id, name, link) values (tests.person('city'), 'x', '{"kind": "url", "url": "https://good.example@evil.example/"}') $$,
  'PT422', 'content.link_invalid', 'nor one in disguise');
select throws_ok($$ insert into public.banners (city_id, name, link) values (tests.person('city'), 'x', jsonb_build_object('kind', 'promotion', 'id', tests.person('full_cut'))) $$,
  'PT422', 'content.link_invalid', 'a promotion of every store has no page');

select tests.act_as('anon');
select is((select array_agg(b ->> 'name' order by n) from jsonb_array_elements(public.get_home_content(tests.person('city')) -> 'home_banner') with ordinality as x (b, n)),
  '{第一,第二}', 'published banners of now in their order');
select is(public.get_home_content(tests.person('city')) #>> '{home_banner,1,link,store_id}', tests.person('store')::text, 'a product''s link knows its store');
select is(public.get_home_content(tests.person('city')) #>> '{home_tile,0,name}', '小方块', 'tiles are apart');
select is(public.get_home_content(tests.person('city'), 'home_tile') -> 'home_banner', '[]', 'one place alone');
select tests.paid_order();
select tests.act_as('customer');
select is(public.get_home_content(tests.person('city')) #>> '{home_banner,2,name}', '老客专享', 'who belongs to the segment sees its banner');
select tests.act_as('other_customer');
select is(jsonb_array_length(public.get_home_content(tests.person('city')) -> 'home_banner'), 2, 'others do not');

select tests.act_as('ops');
insert into public.articles (slug, name, body, is_published) values ('draft', '草稿', '', false), ('guide', '指南', '# 你好', true);
select isnt((select published_at from public.articles where slug = 'guide'), null, 'publishing is dated');
select tests.act_as('anon');
select is((select array_agg(slug) from public.articles), '{guide}', 'drafts are for ops');
select * from finish();
rollback;
