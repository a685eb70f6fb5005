create function private.count_promotion_version()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.version := old.version + 1;
  return new;
end;
$$;

create function private.keep_promotion_version()
returns trigger
language plpgsql
security definer -- versions are written by this trigger only
set search_path = ''
as $$
begin
  insert into public.promotion_versions (promotion_id, version, changed_by, content)
  values (new.id, new.version, auth.uid(), to_jsonb(new) - '{id,version,created_at,updated_at}'::text[]);
  return null;
end;
$$;
