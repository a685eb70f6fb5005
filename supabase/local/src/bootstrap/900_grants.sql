-- Objects that the parts made as superuser, seen by the roles of a project as in production.
do $$
declare
  entry record;
begin
  for entry in
    select c.oid::regclass as name
    from pg_catalog.pg_class as c
    where c.relnamespace = 'auth'::regnamespace
      and c.relkind in ('r', 'p')
      and c.relowner <> 'supabase_auth_admin'::regrole
  loop
    execute format('alter table %s owner to supabase_auth_admin', entry.name);
  end loop;
end
$$;
grant all on all tables in schema auth to postgres, dashboard_user;
grant all on all sequences in schema auth to postgres, dashboard_user;
grant usage on schema auth to supabase_local_services;
grant usage on schema storage to supabase_local_services;
grant usage on schema realtime to supabase_local_services;

do $$
begin
  if not exists (select 1 from pg_catalog.pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
    alter publication supabase_realtime owner to postgres;
  end if;
  if to_regclass('realtime.messages') is not null and not exists (
    select 1 from pg_catalog.pg_publication where pubname = 'supabase_realtime_messages_publication'
  ) then
    create publication supabase_realtime_messages_publication for table realtime.messages;
  end if;
end
$$;
