-- What the back office offers is what the database allows: for every person × table × command.
begin;
select plan(6);
select tests.full_town();
insert into auth.users (id, email)
select tests.person(name), name || '@test.linli' from unnest(array['ops_operations', 'ops_finance', 'ops_support', 'courier']) name;
insert into public.ops_members (user_id, role) values
  (tests.person('ops_operations'), 'operations'), (tests.person('ops_finance'), 'finance'), (tests.person('ops_support'), 'support');
insert into public.merchant_members (merchant_id, user_id, store_id, role) values
  (tests.person('merchant'), tests.person('courier'), tests.person('store'), 'courier');

create temporary table person (name text) on commit drop;
insert into person values ('customer'), ('other_customer'), ('staff'), ('clerk'), ('courier'), ('other_staff'), ('rider'), ('other_rider'), ('ops'),
  ('ops_operations'), ('ops_finance'), ('ops_support');
create temporary table described (person text, name text, rights jsonb) on commit drop;
create temporary table row_right (person text, name text, command text, count bigint) on commit drop;

create function pg_temp.describe() returns void language plpgsql as $$
declare
  v_person text;
  v_answer jsonb;
  v_keys jsonb;
  v_table record;
begin
  for v_person in select p.name from person p loop
    perform tests.act_as(v_person);
    v_answer := public.describe_resources();
    perform tests.act_as('postgres');
    insert into described
    select v_person, c.relname, coalesce(r -> 'rights', '{"select": "none", "insert": "none", "update": "none", "delete": "none"}')
    from pg_class c
    left join jsonb_array_elements(v_answer -> 'resources') r on r ->> 'name' = c.relname
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace;
    -- Every row by its key, then the policies' own answer for each.
    for v_table in
      select c.relname, (select string_agg(format('%L, %I', a.attname, a.attname), ', ')
        from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
        where k.conrelid = c.oid and k.contype = 'p') as key
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    loop
      execute format('select coalesce(jsonb_agg(k), ''[]'') from (select jsonb_build_object(%s) as k from public.%I limit 200) keys',
        v_table.key, v_table.relname) into v_keys;
      perform tests.act_as(v_person);
      begin
        v_answer := public.get_row_rights(v_table.relname, v_keys);
      exception when insufficient_privilege then
        v_answer := '[]';
      end;
      perform tests.act_as('postgres');
      insert into row_right
      select v_person, v_table.relname, command, count(*) filter (where (r -> command)::boolean)
      from unnest(array['update', 'delete']) command
      left join jsonb_array_elements(v_answer) r on true
      group by command;
    end loop;
  end loop;
end;
$$;
select tests.act_as('postgres');
select pg_temp.describe();

create temporary table found on commit drop as
select d.person, d.name, c.command, d.rights ->> c.command as offered,
  tests.right_of(('public.' || d.name)::regclass, c.command, d.person) as answer
from described d
cross join unnest(array['select', 'insert', 'update', 'delete']) c (command);

select is(
  (select jsonb_agg(f) from found f where offered = 'none' and answer not in ('-', '0')),
  null, 'nothing that the database allows is hidden');
select is(
  (select jsonb_agg(f) from found f where offered = 'all' and answer in ('-', '0')),
  null, 'nothing that is offered on every row is refused');
select is(
  (select jsonb_agg(f) from found f where offered = 'own' and command = 'insert' and answer = '-'
   and not exists (select 1 from found other where other.name = f.name and other.command = 'insert' and other.answer = 'yes')),
  null, 'where some rows may be added, somebody adds them');
select is(
  (select jsonb_agg(jsonb_build_object('found', f, 'rows', r.count))
   from found f join row_right r using (person, name, command)
   where f.answer <> case when r.count = 0 and f.answer = '-' then '-' when f.answer = 'some' and r.count > 0 then 'some' else r.count::text end),
  null, 'row by row, update and delete are offered on exactly the rows where they work');

select tests.act_as('anon');
select throws_ok('select public.describe_resources()', '42501', null, 'nobody outside is told anything');
select tests.act_as('ops');
select is(
  public.describe_resources(public.describe_resources() ->> 'version') -> 'resources', 'null'::jsonb,
  'who knows the version is not told again');
select * from finish();
rollback;
