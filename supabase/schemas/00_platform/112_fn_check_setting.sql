create function private.check_setting()
returns trigger
language plpgsql
security definer -- the evaluator is private
set search_path = ''
as $$
declare
  v_errors jsonb := private.json_schema_errors(new.schema, new.value);
begin
  if v_errors <> '[]' then
    perform private.raise('platform.setting_invalid', 422, jsonb_build_object('key', new.key, 'errors', v_errors));
  end if;
  return new;
end;
$$;
comment on function private.check_setting() is 'A parameter keeps to its schema: a wrong timeout would reach every order.';
