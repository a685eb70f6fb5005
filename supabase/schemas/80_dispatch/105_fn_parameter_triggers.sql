create function private.add_dispatch_parameters()
returns trigger
language plpgsql
security definer -- whoever makes a zone makes its parameters
set search_path = ''
as $$
begin
  insert into public.dispatch_parameters (zone_id) values (new.id) on conflict do nothing;
  return null;
end;
$$;

create function private.check_dispatch_parameters()
returns trigger
language plpgsql
security definer -- compares with the zone, whoever writes
set search_path = ''
as $$
declare
  v_bad text;
  v_timeout int;
begin
  select offer_timeout_seconds into v_timeout from public.zones where id = new.zone_id;
  if new.commit_lead_seconds not between v_timeout and 3600 then
    perform private.raise('dispatch.parameter_invalid', 422, jsonb_build_object(
      'name', 'commit_lead_seconds', 'least', v_timeout, 'most', 3600));
  end if;
  if jsonb_typeof(new.weights) <> 'object' then
    perform private.raise('dispatch.parameter_invalid', 422, '{"name": "weights"}');
  end if;
  select w.key into v_bad
  from jsonb_each(new.weights) w
  where w.key not in ('riderTimeLeast', 'riderTimeMost', 'riderTimeKnee', 'lateWeight', 'dreadWeight', 'dreadSeconds',
      'returnWeight', 'payWeight', 'mixCost', 'unservedCost', 'candidates')
    or jsonb_typeof(w.value) <> 'number' or (w.value)::numeric not between 0 and 10000000
    or (w.key = 'candidates' and (w.value)::numeric not between 1 and 1000)
  limit 1;
  if found then
    perform private.raise('dispatch.parameter_invalid', 422, jsonb_build_object('name', 'weights.' || v_bad));
  end if;
  new.updated_at := now();
  return new;
end;
$$;
comment on function private.check_dispatch_parameters() is 'Refuses what the engine would not understand, with the name of the parameter.';

create function private.keep_parameter_change()
returns trigger
language plpgsql
security definer -- the history is written by nobody else
set search_path = ''
as $$
declare
  v_before jsonb := to_jsonb(old) - 'updated_at' - 'area';
  v_after jsonb := to_jsonb(new) - 'updated_at' - 'area';
begin
  if v_before <> v_after then
    insert into public.dispatch_parameter_changes (zone_id, changed_by, before, after)
    select coalesce(v_after ->> 'zone_id', v_after ->> 'id')::uuid, auth.uid(),
      jsonb_object_agg(b.key, b.value), jsonb_object_agg(b.key, v_after -> b.key)
    from jsonb_each(v_before) b
    where b.value is distinct from v_after -> b.key;
  end if;
  return null;
end;
$$;
comment on function private.keep_parameter_change() is 'Writes who changed which parameter of a zone, before and after.';
