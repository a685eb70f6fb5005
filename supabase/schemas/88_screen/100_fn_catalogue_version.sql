create function private.catalogue_version()
returns text
language sql
stable
set search_path = ''
as $$
  -- A changed catalogue row has a new xmin, or within one transaction a new place: the sum changes with every
  -- migration, grant and comment.
  select md5(string_agg(part, ' ' order by part))
  from (
    select 'class ' || count(*) || ' ' || sum(hashtextextended(c.oid || ':' || c.xmin || c.ctid::text, 0)) as part
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    union all
    select 'attribute ' || count(*) || ' ' || sum(hashtextextended(a.attrelid || ':' || a.attnum || ':' || a.xmin || a.ctid::text, 0))
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
    union all
    select 'constraint ' || count(*) || ' ' || sum(hashtextextended(k.oid || ':' || k.xmin || k.ctid::text, 0))
    from pg_catalog.pg_constraint k where k.connamespace = 'public'::regnamespace
    union all
    select 'policy ' || count(*) || ' ' || sum(hashtextextended(p.oid || ':' || p.xmin || p.ctid::text, 0)) from pg_catalog.pg_policy p
    union all
    select 'enum ' || count(*) || ' ' || sum(hashtextextended(e.oid || ':' || e.xmin || e.ctid::text, 0)) from pg_catalog.pg_enum e
    union all
    select 'function ' || count(*) || ' ' || sum(hashtextextended(f.oid || ':' || f.xmin || f.ctid::text, 0))
    from pg_catalog.pg_proc f where f.pronamespace = 'public'::regnamespace
    union all
    select 'description ' || count(*) || ' ' || sum(hashtextextended(d.objoid || ':' || d.objsubid || ':' || d.xmin || d.ctid::text, 0))
    from pg_catalog.pg_description d where d.classoid = 'pg_catalog.pg_class'::regclass
  ) parts;
$$;
comment on function private.catalogue_version() is 'Changes whenever anything that describe_resources tells may have changed.';
