-- An application that ops hand back is mended by its applicant and read again.
begin;
select plan(8);
select tests.make_town();
create function pg_temp.mend(p_key text, p_licenses jsonb)
returns jsonb
language sql
as $$
  select public.mend_application(current_setting('tests.app')::uuid, tests.person('category'), '四号商户', '四号有限公司', '13900000004', '四号面馆二店',
    '中山路 4 号', 120.152, 30.272, p_licenses, p_key) $$;
grant execute on all functions in schema pg_temp to public;
select tests.act_as('customer');
select set_config('tests.app', public.apply_to_sell(tests.person('city'), tests.person('category'), '四号商户', '四号有限公司', '13900000004',
  '四号面馆', '中山路 4 号', 120.152, 30.272, '[]', 'apply-four') ->> 'id', true);
select throws_ok($$ select pg_temp.mend('mend-four-0', '[]') $$, 'PT409', 'store.application_refused', 'nothing to mend before it was read');
select tests.act_as('ops');
select public.review_application(current_setting('tests.app')::uuid, 'review-four');
select throws_ok($$ select public.return_application(current_setting('tests.app')::uuid, ' ', 'return-four-0') $$, 'PT422', 'store.reason_required', 'what is wrong is said');
select is(public.return_application(current_setting('tests.app')::uuid, '执照照片不清晰', 'return-four-1') ->> 'status', 'returned', 'ops hand it back');
select throws_ok($$ select pg_temp.mend('mend-four-1', '[]') $$, 'PT404', 'store.application_not_found', 'only the applicant mends it');
select tests.act_as('customer');
select throws_ok($$ select pg_temp.mend('mend-four-2', '[{"kind": "?"}]') $$, 'PT422', 'store.application_invalid', 'licences must be whole');
select is(
  pg_temp.mend('mend-four-3', '[{"kind": "food_permit", "number": "JY-4", "file_path": "x/4.pdf", "expires_on": "2030-01-01"}]') ->> 'status',
  'applied', 'mended, it waits to be read again');
select is(
  (select store_name || ' ' || (licenses #>> '{0,number}') || ' ' || reason from public.onboarding_applications
    where id = current_setting('tests.app')::uuid),
  '四号面馆二店 JY-4 ', 'with what was changed, and without the old reason');
select tests.act_as('postgres');
select is((select string_agg(command, ' ' order by id) from public.onboarding_events), 'review return mend', 'each step left a row');
select * from finish();
rollback;
