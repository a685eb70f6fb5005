create function private.protect_custom_resource(p_name text, p_template public.resource_template, p_columns text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_ops text := '(select private.is_ops())';
  v_keeper text := '(select private.has_ops_role(''operations''))';
  v_read text := case p_template
    when 'ops_only' then v_ops
    when 'public_read' then 'true'
    else 'store_id in (select private.my_store_ids()) or ' || v_ops end;
  v_write text := case p_template
    when 'store_owned' then 'store_id in (select private.my_store_ids(''{manager}'')) or ' || v_keeper
    else v_keeper end;
begin
  execute format('alter table public.%I enable row level security', p_name);
  execute format('create policy select_by_template on public.%I for select to %s using (%s)', p_name,
    case p_template when 'public_read' then 'anon, authenticated' else 'authenticated' end, v_read);
  execute format('create policy insert_by_template on public.%I for insert to authenticated with check (%s)', p_name, v_write);
  execute format('create policy update_by_template on public.%I for update to authenticated using (%s) with check (%s)', p_name, v_write, v_write);
  execute format('create policy delete_by_template on public.%I for delete to authenticated using (%s)', p_name, v_write);
  execute format('grant select on public.%I to %s', p_name, case p_template when 'public_read' then 'anon, authenticated' else 'authenticated' end);
  execute format('grant insert (%s), update (%s), delete on public.%I to authenticated', p_columns, p_columns, p_name);
end;
$$;
comment on function private.protect_custom_resource(text, public.resource_template, text) is 'Policies and grants of a custom resource by its template.';

create function public.create_custom_resource(
  p_name text, p_template public.resource_template, p_columns jsonb, p_labels jsonb default '{}', p_comment text default '')
returns jsonb
language plpgsql
security definer -- makes a table; everything that goes into the statement is checked or quoted
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('admin');
  v_column jsonb;
  v_lines text[] := '{}'::text[];
  v_written text[] := '{}'::text[];
begin
  if p_name is null or p_name !~ '^x_[a-z][a-z0-9_]{1,38}$' then
    perform private.raise('screen.name_invalid', 422, jsonb_build_object('name', p_name));
  end if;
  if jsonb_typeof(p_columns) is distinct from 'array' or jsonb_array_length(p_columns) not between 1 and 30 then
    perform private.raise('screen.columns_invalid', 422, jsonb_build_object('max', 30));
  end if;
  perform pg_advisory_xact_lock(hashtext('custom resources'));
  if (select count(*) from public.custom_resources) >= 50 then
    perform private.raise('screen.too_many_resources', 422, jsonb_build_object('max', 50));
  end if;
  if to_regclass(format('public.%I', p_name)) is not null then
    perform private.raise('screen.name_taken', 409, jsonb_build_object('name', p_name));
  end if;
  for v_column in select jsonb_array_elements(p_columns) loop
    v_lines := v_lines || private.custom_column_sql(v_column);
    if quote_ident(v_column ->> 'name') = any (v_written) then
      perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_column ->> 'name', 'fault', 'repeated'));
    end if;
    v_written := v_written || quote_ident(v_column ->> 'name');
  end loop;
  if p_template = 'store_owned' then
    v_lines := 'store_id uuid not null references public.stores on delete cascade'::text || v_lines;
    v_written := 'store_id'::text || v_written;
  end if;
  execute format(
    'create table public.%I (id uuid primary key default gen_random_uuid(), %s, '
    'created_by uuid default auth.uid() references auth.users on delete set null, '
    'created_at timestamptz not null default now(), updated_at timestamptz not null default now())',
    p_name, array_to_string(v_lines, ', '));
  execute format('comment on table public.%I is %L', p_name, left(coalesce(p_comment, ''), 500));
  execute format('create index on public.%I (created_by)', p_name);
  if p_template = 'store_owned' then
    execute format('create index on public.%I (store_id)', p_name);
  end if;
  for v_column in select jsonb_array_elements(p_columns) loop
    if v_column ->> 'type' = 'reference' then
      execute format('create index on public.%I (%I)', p_name, v_column ->> 'name');
    end if;
    if coalesce(v_column ->> 'comment', '') <> '' then
      execute format('comment on column public.%I.%I is %L', p_name, v_column ->> 'name', left(v_column ->> 'comment', 500));
    end if;
  end loop;
  execute format('create trigger touch_updated_at before update on public.%I for each row execute function private.touch_updated_at()', p_name);
  perform private.protect_custom_resource(p_name, p_template, array_to_string(v_written, ', '));
  perform private.audit_table(format('public.%I', p_name)::regclass);
  insert into public.custom_resources (name, template, columns, labels, created_by)
  values (p_name, p_template, p_columns, p_labels, v_user_id);
  notify pgrst, 'reload schema';
  return jsonb_build_object('name', p_name);
end;
$$;
comment on function public.create_custom_resource(text, public.resource_template, jsonb, jsonb, text) is
  'Makes a table of ops'' own from a checked template, with key, times, policies, grants, indexes and audit. For admins. Columns as in private.custom_column_sql.';

create function public.drop_custom_resource(p_name text)
returns void
language plpgsql
security definer -- drops a table that this domain made
set search_path = ''
as $$
declare
  v_is_used boolean;
begin
  perform private.require_ops_role('admin');
  perform 1 from public.custom_resources where name = p_name for update;
  if not found then
    perform private.raise('screen.resource_not_found', 404);
  end if;
  -- Nobody adds a row between the look and the drop.
  execute format('lock table public.%I in access exclusive mode', p_name);
  execute format('select exists (select from public.%I)', p_name) into v_is_used;
  if v_is_used or exists (
    select 1 from pg_catalog.pg_constraint
    where contype = 'f' and confrelid = format('public.%I', p_name)::regclass and conrelid <> confrelid) then
    perform private.raise('screen.resource_in_use', 409, jsonb_build_object('name', p_name));
  end if;
  execute format('drop table public.%I', p_name);
  delete from public.custom_resources where name = p_name;
  delete from public.custom_fields where resource = p_name;
  delete from public.screen_definitions where resource = p_name;
  notify pgrst, 'reload schema';
end;
$$;
comment on function public.drop_custom_resource(text) is 'Removes a custom resource with its screen, only while it has no rows and nothing refers to it. For admins.';
