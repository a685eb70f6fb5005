create extension if not exists postgis with schema extensions;
create extension if not exists pgrouting with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists pg_trgm with schema extensions;

-- Nothing is reachable unless a file here says so.
alter default privileges for role postgres revoke execute on functions from public;
alter default privileges for role postgres in schema public
  revoke all on tables from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke all on sequences from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke execute on functions from anon, authenticated, service_role;

create schema if not exists private;
comment on schema private is 'Working tables, secrets and helpers. Never exposed by the Data API; roles get usage only because policies call helpers here.';
grant usage on schema private to anon, authenticated, service_role;

