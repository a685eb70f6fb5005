create function public.preview_segment(p_conditions jsonb)
returns jsonb
language plpgsql
stable
security definer -- reads what customers did, for operations alone
set search_path = ''
as $$
declare
  v_total bigint;
  v_limit constant int := 2000;
begin
  perform private.require_ops_role('operations');
  perform private.check_json_logic(p_conditions);
  select count(*) into v_total from public.profiles;
  return (
    with asked as materialized (
      -- Ids are random, so the first of them are a fair sample.
      select p.id, p.display_name, private.customer_facts(p.id) as facts from public.profiles p order by p.id limit v_limit
    ), meant as (
      select * from asked a
      where private.js_truthy(private.json_logic(p_conditions, jsonb_build_object('customer', a.facts)))
    )
    select jsonb_build_object(
      'total_count', v_total,
      'count', case when v_total <= v_limit then count(*) else round(count(*) * v_total / v_limit::numeric) end,
      'is_estimate', v_total > v_limit,
      'sample', (
        select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'display_name', m.display_name, 'facts', m.facts)), '[]')
        from (select * from meant order by (facts ->> 'spent_cents')::bigint desc, id limit 10) m))
    from meant);
end;
$$;
comment on function public.preview_segment(jsonb) is
  'Whom a rule means, before it is saved: {total_count, count, is_estimate, sample: [{id, display_name, facts}]}. Beyond 2000 people the count is estimated from as many.';
