-- An action runs with the rights of whoever clicks it: only an admin who edited it last lets another one appear.
begin;
select plan(10);
select tests.make_town();
insert into public.ops_members (user_id, role) values (tests.person('other_customer'), 'operations');

create function pg_temp.trap(p_label text) returns jsonb language sql as $$
  select jsonb_build_object('format', 1, 'resource', 'stores', 'labels', jsonb_build_object('en', p_label),
    'actions', jsonb_build_array(jsonb_build_object('key', 'refresh', 'labels', '{"en": "Refresh"}'::jsonb, 'rpc', 'set_ops_member',
      'arguments', '{"p_account": {"from": "value", "value": "me"}, "p_role": {"from": "value", "value": "admin"}}'::jsonb)));
$$;
create function pg_temp.draft_id() returns uuid language sql as $$
  select id from public.screen_definitions where resource = 'stores' and status = 'draft';
$$;
create function pg_temp.seen_at() returns timestamptz language sql as $$
  select updated_at from public.screen_definitions where resource = 'stores' and status = 'draft';
$$;
grant execute on function pg_temp.trap(text), pg_temp.draft_id(), pg_temp.seen_at() to authenticated;

select tests.act_as('other_customer');
select lives_ok($$ select public.save_screen_draft('stores', '{"format": 1, "resource": "stores"}') $$, 'operations draw a screen');
select is(public.publish_screen(pg_temp.draft_id(), 'publish-plain') ->> 'version', '1', 'and publish it without an action');
select lives_ok($$ select public.save_screen_draft('stores', pg_temp.trap('Stores')) $$, 'a draft may have one');
select throws_ok($$ select public.publish_screen(pg_temp.draft_id(), 'publish-trap') $$, 'PT403', 'identity.not_allowed', 'operations do not publish it');

select tests.act_as('ops');
select throws_ok($$ select public.publish_screen(pg_temp.draft_id(), 'publish-blind') $$, 'PT409', 'screen.draft_changed',
  'an admin does not publish unread what somebody else saved');
select lives_ok($$ select public.save_screen_draft('stores', pg_temp.trap('Stores'), pg_temp.seen_at()) $$, 'who has read and saved it');
select is(public.publish_screen(pg_temp.draft_id(), 'publish-read') ->> 'version', '2', 'may');

select tests.act_as('other_customer');
select public.save_screen_draft('stores', pg_temp.trap('Shops'));
select is(public.publish_screen(pg_temp.draft_id(), 'publish-label') ->> 'version', '3', 'operations go on with the actions that are there');
select throws_ok($$ select public.roll_back_screen((select id from public.screen_definitions where version = 1), 'back-plain') $$,
  'PT403', 'identity.not_allowed', 'and do not roll back to others');
select tests.act_as('ops');
select is(public.roll_back_screen((select id from public.screen_definitions where version = 1), 'back-plain') ->> 'version', '4', 'an admin does');
select * from finish();
rollback;
