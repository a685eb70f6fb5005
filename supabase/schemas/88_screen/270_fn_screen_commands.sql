create function private.screen_answer(p_screen public.screen_definitions)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('id', p_screen.id, 'resource', p_screen.resource, 'version', p_screen.version,
    'status', p_screen.status, 'updated_at', p_screen.updated_at);
$$;

create function public.save_screen_draft(
  p_resource text, p_definition jsonb, p_seen_at timestamptz default null, p_note text default '')
returns jsonb
language plpgsql
security definer -- screens are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_row public.screen_definitions;
begin
  if jsonb_typeof(p_definition) is distinct from 'object' or p_definition ->> 'resource' is distinct from p_resource
    or not exists (select 1 from pg_catalog.pg_class where relnamespace = 'public'::regnamespace and relname = p_resource) then
    perform private.raise('screen.definition_invalid', 422);
  end if;
  if pg_column_size(p_definition) > 200000 then
    perform private.raise('screen.too_large', 422);
  end if;
  -- Two people who save the same screen meet here.
  perform pg_advisory_xact_lock(hashtext('screen ' || p_resource));
  select * into v_row from public.screen_definitions where resource = p_resource and status = 'draft';
  if found then
    if v_row.updated_at is distinct from p_seen_at then
      perform private.raise('screen.draft_changed', 409);
    end if;
    update public.screen_definitions
    set definition = p_definition, note = left(coalesce(p_note, ''), 200), updated_by = v_user_id, updated_at = clock_timestamp()
    where id = v_row.id returning * into v_row;
  else
    insert into public.screen_definitions (resource, version, definition, note, created_by, updated_by)
    select p_resource, coalesce(max(version), 0) + 1, p_definition, left(coalesce(p_note, ''), 200), v_user_id, v_user_id
    from public.screen_definitions where resource = p_resource
    returning * into v_row;
  end if;
  return private.screen_answer(v_row) || jsonb_build_object('problems', private.check_screen(p_definition));
end;
$$;
comment on function public.save_screen_draft(text, jsonb, timestamptz, text) is
  'Keeps the one draft of a resource, faults and all. p_seen_at is the updated_at that the author saw (null: there was no draft); screen.draft_changed when somebody else saved since.';

create function public.discard_screen_draft(p_resource text)
returns void
language plpgsql
security definer -- screens are written by commands only
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  delete from public.screen_definitions where resource = p_resource and status = 'draft';
end;
$$;
comment on function public.discard_screen_draft(text) is 'Throws the draft of a resource away; nothing when there is none.';

create function private.require_screen_publisher(p_resource text, p_definition jsonb, p_editor uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
begin
  -- An action runs with the rights of whoever clicks it, so only who has all rights lets another one appear.
  if coalesce(p_definition -> 'actions', '[]') <> coalesce((
    select s.definition -> 'actions' from public.screen_definitions s
    where s.resource = p_resource and s.status = 'published'), '[]') then
    perform private.require_ops_role('admin');
    if p_editor is distinct from v_user_id then
      perform private.raise('screen.draft_changed', 409);
    end if;
  end if;
  return v_user_id;
end;
$$;
comment on function private.require_screen_publisher(text, jsonb, uuid) is
  'Who may publish this definition now: operations; with other actions than the published ones an admin who edited it last.';

create function private.make_screen_public(p_screen_id uuid, p_user_id uuid)
returns public.screen_definitions
language plpgsql
set search_path = ''
as $$
declare
  v_row public.screen_definitions;
  v_problems jsonb;
begin
  select * into v_row from public.screen_definitions where id = p_screen_id for update;
  v_problems := private.check_screen(v_row.definition);
  if jsonb_path_exists(v_problems, '$[*] ? (@.severity == "error")') then
    perform private.raise('screen.has_problems', 422, jsonb_build_object('count', jsonb_array_length(v_problems), 'problems', v_problems));
  end if;
  update public.screen_definitions set status = 'archived' where resource = v_row.resource and status = 'published';
  update public.screen_definitions
  set status = 'published', published_by = p_user_id, published_at = now()
  where id = p_screen_id returning * into v_row;
  return v_row;
end;
$$;
comment on function private.make_screen_public(uuid, uuid) is 'Publishes a version if nothing in it is broken, and archives the one before.';

create function public.publish_screen(p_draft_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- screens are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('publish_screen', p_idempotency_key, v_user_id, p_draft_id);
  v_draft public.screen_definitions;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- Held until the end: what was judged is what is published.
  select * into v_draft from public.screen_definitions where id = p_draft_id and status = 'draft' for update;
  if not found then
    perform private.raise('screen.draft_not_found', 404);
  end if;
  perform private.require_screen_publisher(v_draft.resource, v_draft.definition, v_draft.updated_by);
  return private.finish_command('publish_screen', p_idempotency_key, v_user_id,
    private.screen_answer(private.make_screen_public(p_draft_id, v_user_id)));
end;
$$;
comment on function public.publish_screen(uuid, text) is 'Shows a draft to everybody. screen.has_problems (422) with the problems when any is an error. With other actions than the published ones: for an admin only, and screen.draft_changed (409) unless the admin saved the draft last.';

create function public.roll_back_screen(p_screen_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- screens are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('roll_back_screen', p_idempotency_key, v_user_id, p_screen_id);
  v_old public.screen_definitions;
  v_id uuid;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_old from public.screen_definitions where id = p_screen_id and status = 'archived';
  if not found then
    perform private.raise('screen.version_not_found', 404);
  end if;
  perform pg_advisory_xact_lock(hashtext('screen ' || v_old.resource));
  perform private.require_screen_publisher(v_old.resource, v_old.definition, v_user_id);
  insert into public.screen_definitions (resource, version, status, definition, note, created_by, updated_by)
  select v_old.resource, max(version) + 1, 'archived', v_old.definition, '← ' || v_old.version, v_user_id, v_user_id
  from public.screen_definitions where resource = v_old.resource
  returning id into v_id;
  return private.finish_command('roll_back_screen', p_idempotency_key, v_user_id,
    private.screen_answer(private.make_screen_public(v_id, v_user_id)));
end;
$$;
comment on function public.roll_back_screen(uuid, text) is
  'Publishes an older version again, as a new version; a draft stays as it is. With other actions than the published ones: for an admin only. Refused like publish_screen when the schema has moved on.';
