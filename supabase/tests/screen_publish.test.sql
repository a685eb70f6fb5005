-- A screen goes from draft to published and back; broken metadata cannot be published.
begin;
select plan(18);
select tests.make_town();

create function pg_temp.named(p_label text, p_column text default 'name') returns jsonb language sql as $$
  select jsonb_build_object('format', 1, 'resource', 'stores', 'labels', jsonb_build_object('en', p_label),
    'fields', jsonb_build_array(jsonb_build_object('column', p_column)));
$$;
create function pg_temp.draft_id() returns uuid language sql as $$
  select id from public.screen_definitions where resource = 'stores' and status = 'draft';
$$;
grant execute on function pg_temp.named(text, text), pg_temp.draft_id() to authenticated;

select tests.act_as('staff');
select throws_ok($$ select public.save_screen_draft('stores', '{"format": 1, "resource": "stores"}') $$,
  'PT403', 'identity.not_allowed', 'screens are for ops');
select is(public.get_screen('stores') ->> 'definition', null, 'before the first one there is none');

select tests.act_as('ops');
select throws_ok($$ select public.save_screen_draft('stores', '{"format": 1, "resource": "orders"}') $$,
  'PT422', 'screen.definition_invalid', 'a definition is of its resource');
select is(public.save_screen_draft('stores', pg_temp.named('Shops', 'nonsense')) #>> '{problems,0,key}', 'unknown_column',
  'a draft may be broken, and says so');
select throws_ok($$ select public.publish_screen(pg_temp.draft_id(), 'publish-one') $$, 'PT422', 'screen.has_problems', 'but it cannot be published');
select throws_ok(format('select public.save_screen_draft(%L, %L)', 'stores', pg_temp.named('Shops')),
  'PT409', 'screen.draft_changed', 'a draft that somebody else saved is not overwritten');
select lives_ok(format('select public.save_screen_draft(%L, %L, %L)', 'stores', pg_temp.named('Shops'),
  (select updated_at from public.screen_definitions where id = pg_temp.draft_id())), 'who saw it may go on');
select is(public.publish_screen(pg_temp.draft_id(), 'publish-one') ->> 'version', '1', 'mended, it is published');
select is(public.publish_screen((select id from public.screen_definitions), 'publish-one') ->> 'version', '1', 'a repeat answers the same');
select lives_ok(format('select public.save_screen_draft(%L, %L)', 'stores', pg_temp.named('Branches')), 'the next draft');
select is(
  (select jsonb_agg(d ->> 'path' || ' ' || (d ->> 'change')) from jsonb_array_elements(public.diff_screens(
    public.get_screen('stores') -> 'definition', (select definition from public.screen_definitions where id = pg_temp.draft_id()))) d),
  '["labels.en changed"]', 'the difference is one label');
select is(public.publish_screen(pg_temp.draft_id(), 'publish-two') ->> 'version', '2', 'and published');

select tests.act_as('staff');
select is(public.get_screen('stores') #>> '{definition,labels,en}', 'Branches', 'everybody sees it');
select is((select count(*) from public.screen_definitions), 1::bigint, 'and no older one');

select tests.act_as('ops');
select is(public.roll_back_screen((select id from public.screen_definitions where version = 1), 'back-one') ->> 'version', '3',
  'an older one comes back as a new version');
select is(public.get_screen('stores') #>> '{definition,labels,en}', 'Shops', 'with its label');
select is((select count(*) from public.screen_definitions where status = 'published'), 1::bigint, 'one is published');
select throws_ok($$ select public.publish_screen(gen_random_uuid(), 'publish-none') $$, 'PT404', 'screen.draft_not_found', 'what is no draft is not found');
select * from finish();
rollback;
