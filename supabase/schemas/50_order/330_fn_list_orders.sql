create function public.list_orders(
  p_store_id uuid default null,
  p_city_id uuid default null,
  p_statuses public.order_status[] default null,
  p_query text default null,
  p_from timestamptz default null,
  p_to timestamptz default null,
  p_before jsonb default null,
  p_limit int default 20,
  p_customer_id uuid default null)
returns jsonb
language plpgsql
stable
security definer -- checks who asks and then reads by index, without a policy for every row
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_query text := nullif(trim(p_query), '');
  v_limit int := least(greatest(coalesce(p_limit, 20), 1), 100);
  v_keys text := '(select) k';
  v_where text;
  v_rows jsonb;
begin
  -- Each filter has an index that ends in (created_at, id); the statement names just the columns of one of them.
  if p_customer_id is not null then
    if p_customer_id <> v_user_id then
      perform private.require_ops();
    end if;
    v_where := 'o.customer_id = $11';
  elsif p_store_id is not null then
    if not exists (select 1 from private.my_store_ids() id where id = p_store_id) then
      perform private.require_ops();
    end if;
    v_where := 'o.store_id = $1 and o.placed_at is not null';
  elsif p_city_id is not null or private.is_ops() then
    perform private.require_ops();
    v_keys := v_keys || ' cross join (select c.id from public.cities c where $2 is null or c.id = $2) city';
    v_where := 'o.city_id = city.id';
  else
    v_where := 'o.customer_id = $10';
  end if;
  if p_statuses is not null then
    v_keys := v_keys || ' cross join (select distinct unnest($3) as status) state';
    v_where := v_where || ' and o.status = state.status';
  end if;
  if v_query is not null then
    if v_query !~ '^\d{4,20}$' then
      perform private.raise('order.query_invalid', 400);
    end if;
    v_keys := v_keys || ' cross join private.find_order_ids($4) hit (id)';
    v_where := v_where || ' and o.id = hit.id';
  end if;
  if p_from is not null then
    v_where := v_where || ' and o.created_at >= $5';
  end if;
  if p_to is not null then
    v_where := v_where || ' and o.created_at < $6';
  end if;
  if p_before is not null then
    v_where := v_where || ' and (o.created_at, o.id) < ($7, $8)';
  end if;
  execute format(
    $sql$
    select coalesce(jsonb_agg(private.order_row(page) order by page.created_at desc, page.id desc), '[]')
    from (
      select found.*
      from %1$s
      cross join lateral (
        select o.* from public.orders o where %2$s order by o.created_at desc, o.id desc limit $9
      ) found
      order by found.created_at desc, found.id desc
      limit $9
    ) page
    $sql$, v_keys, v_where)
  into v_rows
  using p_store_id, p_city_id, p_statuses, v_query, p_from, p_to,
    (p_before ->> 'created_at')::timestamptz, (p_before ->> 'id')::uuid, v_limit, v_user_id, p_customer_id;
  return jsonb_build_object(
    'orders', v_rows,
    'next', case when jsonb_array_length(v_rows) = v_limit then jsonb_build_object(
      'created_at', v_rows #> array[(v_limit - 1)::text, 'created_at'], 'id', v_rows #> array[(v_limit - 1)::text, 'id']) end);
end;
$$;
comment on function public.list_orders(uuid, uuid, public.order_status[], text, timestamptz, timestamptz, jsonb, int, uuid) is
  'A page of orders, newest first: of a store for its staff, of a city, a customer or all for ops, else the caller''s own. p_query: last digits of the number or of the phone. p_before: the "next" of the page before.';
