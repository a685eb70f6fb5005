create function private.point(p_lon double precision, p_lat double precision)
returns extensions.geometry
language sql
immutable
strict
parallel safe
set search_path = ''
as $$
  select extensions.st_setsrid(extensions.st_makepoint(p_lon, p_lat), 4326);
$$;
comment on function private.point(double precision, double precision) is 'WGS-84 point; longitude first.';

create function private.check_point(p_lon double precision, p_lat double precision)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_lon is null or p_lat is null or p_lon not between -180 and 180 or p_lat not between -90 and 90 then
    perform private.raise('map.position_invalid', 400);
  end if;
end;
$$;

