/**
 * Puts the database on a clock of its own: `now()` answers the setting `sim.now` where it is set. Runs before the
 * schemas are loaded, as a superuser, on a scratch database only.
 */
export const clockScript = `
  set allow_system_table_mods = on;
  alter function pg_catalog.now() rename to machine_now;
  create function pg_catalog.now() returns timestamptz language sql stable parallel safe as
    $$ select coalesce(nullif(pg_catalog.current_setting('sim.now', true), '')::timestamptz, pg_catalog.machine_now()) $$;
`;
