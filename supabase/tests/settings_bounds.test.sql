-- Every parameter has bounds, keeps to them as it is delivered, and is refused beyond them.
begin;
select plan(4);
select is((select jsonb_agg(key) from public.settings where schema = '{}'), null, 'no parameter takes just anything');
select is(
  (select jsonb_agg(key) from public.settings
   where jsonb_typeof(value) = 'number' and not (schema ? 'minimum' and schema ? 'maximum')),
  null, 'every number has a least and a most');
select throws_ok(
  $$ update public.settings set value = '0' where key = 'risk.review_seconds' $$,
  'PT422', null, 'nobody decides in no time');
select throws_ok(
  $$ update public.settings set value = '["https://example.com/"]' where key = 'content.link_hosts' $$,
  'PT422', null, 'a host is a host and no address');
select * from finish();
rollback;
