-- Apply, review, approve or reject: approval makes the merchant, its store and its manager; every cell of the table is walked.
begin;
select plan(17);
select tests.make_town();
create function pg_temp.apply(p_key text, p_merchant uuid default null)
returns uuid
language sql
as $$
  select (public.apply_to_sell(tests.person('city'), tests.person('category'), '三号商户', '三号有限公司', '13900000003', '三号面馆',
    '中山路 3 号', 120.152, 30.272, '[{"kind": "food_permit", "number": "JY-3", "file_path": "x/3.pdf", "expires_on": "2030-01-01"}]',
    p_key, p_merchant) ->> 'id')::uuid $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('anon');
select throws_ok($$ select pg_temp.apply('apply-anon') $$, '42501', null, 'a visitor signs in first');
select tests.act_as('customer');
select set_config('tests.app', pg_temp.apply('apply-one')::text, true);
select is(pg_temp.apply('apply-one')::text, current_setting('tests.app'), 'a repeat is the same application');
select throws_ok(
  $$ select public.apply_to_sell(tests.person('city'), tests.person('category'), '', 'x', '13900000003', 'x', 'x', 120, 30, '[]', 'apply-bad') $$,
  'PT422', 'store.application_invalid', 'a name is needed');
select throws_ok($$ select public.approve_application(current_setting('tests.app')::uuid, 'approve-0') $$, 'PT403', 'identity.not_allowed', 'nobody approves their own');
select throws_ok($$ select pg_temp.apply('apply-other', tests.person('merchant')) $$, 'PT403', 'store.not_manager', 'nor a store for a merchant of others');
select tests.act_as('ops');
select throws_ok($$ select public.approve_application(current_setting('tests.app')::uuid, 'approve-1') $$, 'PT409', 'store.application_refused', 'read before approved');
select lives_ok($$ select public.review_application(current_setting('tests.app')::uuid, 'review-1') $$, 'ops read it');
select throws_ok($$ select public.reject_application(current_setting('tests.app')::uuid, ' ', 'reject-1') $$, 'PT422', 'store.reason_required', 'no without a reason is no answer');
select set_config('tests.approved', public.approve_application(current_setting('tests.app')::uuid, 'approve-2')::text, true);
select is(current_setting('tests.approved')::jsonb ->> 'status', 'approved', 'approved');
select tests.act_as('customer');
select is(public.get_my_roles() #>> '{stores,0,role}', 'manager', 'the applicant manages the store');
select tests.act_as('postgres');
select is((select is_published::text || ' ' || name from public.stores where id = (current_setting('tests.approved')::jsonb ->> 'store_id')::uuid), 'false 三号面馆', 'which is not shown yet');
select is((select status::text from public.license_documents where number = 'JY-3'), 'approved', 'its licence counts');
select is((select string_agg(command || ' ' || to_status, ', ' order by id) from public.onboarding_events), 'review in_review, approve approved', 'each step left a row');

select tests.act_as('customer');
select set_config('tests.second', pg_temp.apply('apply-two', (current_setting('tests.approved')::jsonb ->> 'merchant_id')::uuid)::text, true);
select tests.act_as('ops');
select public.review_application(current_setting('tests.second')::uuid, 'review-2');
select is(public.approve_application(current_setting('tests.second')::uuid, 'approve-3') ->> 'merchant_id', current_setting('tests.approved')::jsonb ->> 'merchant_id', 'a further store is the same merchant''s');
select tests.act_as('customer');
select is(jsonb_array_length(public.get_my_roles() -> 'stores'), 2, 'managed by the same person');
select throws_ok($$ select public.withdraw_application(current_setting('tests.second')::uuid, 'withdraw-1') $$, 'PT409', 'store.application_refused', 'what is decided stays');

-- Every state, command and actor: what the table does not list is refused.
select tests.act_as('postgres');
create function pg_temp.answer(p_status public.application_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
begin
  update public.onboarding_applications set status = p_status where id = current_setting('tests.second')::uuid;
  return (private.apply_application_command(current_setting('tests.second')::uuid, p_command, p_actor)).status::text;
exception
  when sqlstate 'PT409' then return null;
end;
$$;
select is(
  (select count(*)::int
   from unnest(enum_range(null::public.application_status)) s
   cross join unnest(array['review', 'approve', 'reject', 'withdraw']) c
   cross join unnest(enum_range(null::public.actor_role)) a
   left join public.onboarding_transitions t on t.from_status = s and t.command = c and t.actor = a
   where pg_temp.answer(s, c, a) is distinct from t.to_status::text),
  0, 'every state × command × actor is as the table says');
select * from finish();
rollback;
