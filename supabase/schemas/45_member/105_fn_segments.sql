create function private.segments_of(p_customer jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(s.slug order by s.slug), '[]')
    from public.segments s
    where s.is_active and private.js_truthy(private.json_logic(s.conditions, jsonb_build_object('customer', p_customer))));
end;
$$;
comment on function private.segments_of(jsonb) is 'The segments that a customer''s facts belong to, by slug.';

create function private.is_in_segment(p_segment_id uuid, p_customer_id uuid)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return coalesce((
    select s.is_active and p_customer_id is not null and private.js_truthy(private.json_logic(
      s.conditions, jsonb_build_object('customer', private.customer_facts(p_customer_id))))
    from public.segments s where s.id = p_segment_id), false);
end;
$$;
comment on function private.is_in_segment(uuid, uuid) is 'Whether the customer belongs to an active segment; nobody signed in belongs to none.';

create function private.check_segment()
returns trigger
language plpgsql
security definer -- its checks are private functions
set search_path = ''
as $$
begin
  perform private.check_json_logic(new.conditions);
  if jsonb_path_exists(new.conditions, '$.** ? (@ starts with "customer.segments")') then
    -- A segment that asks for segments could ask for itself.
    perform private.raise('member.segment_of_segments', 422);
  end if;
  new.conditions := private.fold_json_logic(new.conditions);
  return new;
end;
$$;
