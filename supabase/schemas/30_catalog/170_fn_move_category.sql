create function public.move_category(p_category_id uuid, p_parent_id uuid, p_position int default null)
returns jsonb
language plpgsql
security definer -- reorders many rows at once; the caller is checked here
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  -- One tree, one move at a time: two moves could close a circle that neither sees.
  perform pg_advisory_xact_lock(hashtext('public.categories'));
  if not exists (select 1 from public.categories where id = p_category_id)
    or (p_parent_id is not null and not exists (select 1 from public.categories where id = p_parent_id)) then
    perform private.raise('catalog.category_not_found', 404);
  end if;
  update public.categories set parent_id = p_parent_id where id = p_category_id;
  update public.categories c
  set sort_order = o.position * 10
  from (
    select s.id, row_number() over (order by s.place, s.sort_order, s.id) as position
    from (
      select x.id, x.sort_order,
        case when x.id = p_category_id then least(greatest(coalesce(p_position, 1000000), 0), 1000000) - 0.5
          else row_number() over (partition by x.id = p_category_id order by x.sort_order, x.id) - 1 end as place
      from public.categories x where x.parent_id is not distinct from p_parent_id
    ) s
  ) o
  where c.id = o.id and c.sort_order <> o.position * 10;
  return (
    select jsonb_agg(jsonb_build_object('id', c.id, 'parent_id', c.parent_id, 'sort_order', c.sort_order) order by c.sort_order)
    from public.categories c where c.parent_id is not distinct from p_parent_id);
end;
$$;
comment on function public.move_category(uuid, uuid, int) is
  'Puts a category under another (null: among the roots) at a position from 0 (null: last) and answers with its new siblings in order. Refused below itself.';
