create function private.travel_matrix(p_city_id uuid, p_from bigint[], p_to bigint[])
returns table (from_id bigint, to_id bigint, seconds double precision)
language sql
stable
-- pgRouting's wrappers call their own helpers without a schema.
set search_path = extensions, pg_temp
as $$
  select start_vid, end_vid, agg_cost
  from extensions.pgr_dijkstracost(
    format(
      'select id, source_id as source, target_id as target, length_meters / speed_mps as cost,
         case when is_oneway then -1 else length_meters / speed_mps end as reverse_cost
       from private.road_edges where city_id = %L', p_city_id),
    p_from, p_to, true);
$$;
comment on function private.travel_matrix(uuid, bigint[], bigint[]) is
  'Seconds between road nodes on the directed road graph; pairs without a path are absent.';

