-- A category demands licences; a store without a good one sells nothing, and its managers are told in time.
begin;
select plan(21);
select tests.make_town();
select tests.act_as('postgres');
create function pg_temp.reason(p_at timestamptz default now())
returns text
language sql
as $$ select coalesce(public.check_serviceability(tests.person('store'), 'pickup', null, null, 5000, p_at) ->> 'reason', 'yes') $$;
create function pg_temp.is_listed()
returns boolean
language sql
as $$ select coalesce(bool_or(is_open), false) from public.find_stores(120.151, 30.271) where id = tests.person('store') $$;
grant execute on all functions in schema pg_temp to public;
insert into public.categories (id, slug, name, required_license_kinds) values (tests.person('food'), 'test-food', '美食', '{food_permit}');

select is(pg_temp.reason(), 'yes', 'nothing is demanded');
update public.categories set parent_id = tests.person('food') where id = tests.person('category');
select is(pg_temp.reason(), 'store.licence_missing', 'what a category above demands is missing');
select ok(not pg_temp.is_listed(), 'the list does not show the store as open');

select tests.act_as('staff');
select set_config('tests.license', public.submit_license(tests.person('merchant'), 'food_permit', 'JY-2026-1', 'x/1.pdf', 'license-1', current_date + 10) ->> 'id', true);
select is(pg_temp.reason(), 'store.licence_missing', 'handed in is not approved');
select throws_ok($$ select public.review_license(current_setting('tests.license')::uuid, true, 'review-0') $$, 'PT403', 'identity.not_allowed', 'a manager does not review');
select throws_ok($$ select public.submit_license(tests.person('merchant'), 'food_permit', 'JY', 'x/1.pdf', 'license-old', current_date - 1) $$, 'PT422', 'store.license_invalid', 'an expired one is not taken');
select tests.act_as('clerk');
select throws_ok($$ select public.submit_license(tests.person('merchant'), 'food_permit', 'JY', 'x/1.pdf', 'license-2') $$, 'PT403', 'store.not_manager', 'a clerk hands in nothing');
select tests.act_as('ops');
select lives_ok($$ select public.review_license(current_setting('tests.license')::uuid, true, 'review-1') $$, 'ops approve');
select is(public.review_license(current_setting('tests.license')::uuid, true, 'review-1') ->> 'status', 'approved', 'a repeat answers the same');
select throws_ok($$ select public.review_license(current_setting('tests.license')::uuid, true, 'review-2') $$, 'PT409', 'store.license_reviewed', 'but once is enough');
select is(pg_temp.reason(), 'yes', 'the store sells');
select ok(pg_temp.is_listed(), 'and is listed as open');

select tests.act_as('postgres');
update public.stores set schedule_days_ahead = 60 where id = tests.person('store');
select is(pg_temp.reason(((current_date + 10) + time '12:00') at time zone 'Asia/Shanghai'), 'yes', 'good through its last day');
select is(pg_temp.reason(((current_date + 11) + time '00:00') at time zone 'Asia/Shanghai'), 'store.licence_expired', 'and not after it, by the store''s calendar');
select is(private.flag_expiring_licenses(), 1, 'it expires within thirty days');
select is((select payload ->> 'title' from private.outbox_messages where payload ->> 'event' = 'license.expiring'), '证照即将到期', 'its manager is told');
select is(private.flag_expiring_licenses(), 0, 'once');
update public.license_documents set expires_on = current_date - 2;
select is(pg_temp.reason(), 'store.licence_expired', 'expired');
select ok(not pg_temp.is_listed(), 'and no longer listed as open');
select tests.act_as('ops');
select throws_ok($$ select public.review_license(current_setting('tests.license')::uuid, false, 'review-3') $$, 'PT422', 'store.reason_required', 'to take it back needs a reason');
select lives_ok($$ select public.review_license(current_setting('tests.license')::uuid, false, 'review-4', '伪造') $$, 'with one it is taken back');
select * from finish();
rollback;
