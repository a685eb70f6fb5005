-- After a migration drops or renames a column, a screen that used it still opens and says what to mend.
begin;
select plan(12);
select tests.make_town();
select tests.act_as('postgres');
create table public.fixtures (id uuid primary key default gen_random_uuid(), name text not null, colour text, size int);
alter table public.fixtures enable row level security;
grant select, insert (name, colour, size), update (name, colour, size) on public.fixtures to authenticated;
create policy select_all on public.fixtures for select to authenticated using (true);

select tests.act_as('ops');
select is(
  (select r ->> 'name' from jsonb_array_elements(public.describe_resources() -> 'resources') r where r ->> 'name' = 'fixtures'),
  'fixtures', 'a new table is described without a word of code');
select lives_ok($$ select public.save_screen_draft('fixtures', '{"format": 1, "resource": "fixtures",
  "fields": [{"column": "colour"}, {"column": "name"}, {"column": "size"}],
  "list": {"columns": ["name", "colour", "size"], "sort": {"column": "size", "order": "asc"}},
  "views": [{"key": "red", "filters": [{"column": "colour", "operator": "eq", "value": "red"}]},
    {"key": "big", "filters": [{"column": "size", "operator": "gt", "value": 10}]}]}') $$, 'a screen uses its columns');
select is(public.publish_screen((select id from public.screen_definitions), 'publish-it') ->> 'status', 'published', 'and is published');

select tests.act_as('postgres');
alter table public.fixtures drop column colour;
alter table public.fixtures rename column size to size_mm;

select tests.act_as('staff');
select is(
  (select jsonb_agg(f ->> 'column') from jsonb_array_elements(public.get_screen('fixtures') #> '{definition,fields}') f),
  '["name"]', 'the screen opens with what is left');
select is(public.get_screen('fixtures') #> '{definition,list}', '{"columns": ["name"]}', 'so does its list');
select is(public.get_screen('fixtures') #> '{definition,views}', '[]', 'a view without its filter would lie, so it is gone');
select is(public.get_screen('fixtures') -> 'problems', '[]', 'what is wrong is not told to staff');
select throws_ok($$ select public.check_screen('{"format": 1, "resource": "fixtures", "fields": [{"column": "custom.a"}]}') $$,
  'PT403', 'identity.not_allowed', 'who cannot ask for internal names either');
select throws_ok($$ select public.preview_screen('{"format": 1, "resource": "fixtures", "fields": [{"column": "custom.a"}]}') $$,
  'PT403', 'identity.not_allowed', 'nor through a preview');
select tests.act_as('ops');
select is(
  (select jsonb_agg(p ->> 'path' order by p ->> 'path') from jsonb_array_elements(public.get_screen('fixtures') -> 'problems') p where p ->> 'severity' = 'error'),
  '["fields.0.column", "fields.2.column", "list.columns.1", "list.columns.2", "list.sort.column", "views.0.filters.0.column", "views.1.filters.0.column"]',
  'everything to mend is named by its place');
select is(
  (select p #>> '{detail,nearest}' from jsonb_array_elements(public.get_screen('fixtures') -> 'problems') p where p ->> 'path' = 'fields.2.column'),
  'size_mm', 'with the new name of what was renamed');
select tests.act_as('ops');
select throws_ok($$ select public.roll_back_screen((select id from public.screen_definitions), 'roll-back-it') $$,
  'PT404', 'screen.version_not_found', 'what is published is not rolled back to itself');
select * from finish();
rollback;
