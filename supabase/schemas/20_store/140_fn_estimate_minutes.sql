create function private.estimate_minutes(p_preparation_minutes int, p_distance_meters double precision)
returns int
language plpgsql -- cheaper to call for each row of a list than a function in SQL, which cannot be inlined here
immutable
set search_path = ''
as $$
begin
  -- Streets are about 1.4 times the straight line; a town rider averages 5 m/s; three minutes at the doors.
  return (p_preparation_minutes + 3 + ceil(coalesce(p_distance_meters, 0) * 1.4 / 5 / 60))::int;
end;
$$;
comment on function private.estimate_minutes(int, double precision) is 'Minutes from placing to the door before a rider is known.';
