create schema if not exists auth authorization supabase_auth_admin;
create schema if not exists storage authorization supabase_storage_admin;
create schema if not exists realtime authorization supabase_admin;
create schema if not exists extensions authorization postgres;
create schema if not exists net authorization supabase_admin;
create schema if not exists vault authorization supabase_admin;

grant usage on schema auth to anon, authenticated, service_role, postgres, dashboard_user;
grant usage on schema storage to anon, authenticated, service_role, postgres, dashboard_user;
grant usage on schema realtime to anon, authenticated, service_role, postgres, supabase_realtime_admin;
grant create on schema realtime to supabase_realtime_admin;
grant usage on schema extensions to anon, authenticated, service_role, supabase_local_services, dashboard_user;
grant usage on schema extensions to supabase_auth_admin, supabase_storage_admin, supabase_realtime_admin;
grant usage on schema public to anon, authenticated, service_role, supabase_local_services;
grant all on schema public to postgres;

create schema if not exists supabase_migrations authorization postgres;
create table if not exists supabase_migrations.schema_migrations (
  version text not null primary key,
  statements text[],
  name text
);
alter table supabase_migrations.schema_migrations owner to postgres;
