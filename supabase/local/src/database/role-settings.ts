import type { Pool } from 'pg';

/** Settings that `alter role … set` gives to the API roles; `set role` alone does not apply them. */
export interface RoleSettings {
  /** Name and value pairs for one role. */
  of(role: string): [string, string][];
  reload(): Promise<void>;
}

/** Loads the roles' own settings; `reload` reads them again (after NOTIFY pgrst). */
export async function loadRoleSettings(pool: Pool): Promise<RoleSettings> {
  let settings = new Map<string, [string, string][]>();
  const reload = async (): Promise<void> => {
    const { rows } = await pool.query<{ role: string; config: string[] }>(
      `select rolname as role, rolconfig as config from pg_catalog.pg_roles
       where rolname in ('anon', 'authenticated', 'service_role') and rolconfig is not null`,
    );
    settings = new Map(
      rows.map(({ role, config }) => [
        role,
        config
          .map((entry): [string, string] => [
            entry.slice(0, entry.indexOf('=')),
            entry.slice(entry.indexOf('=') + 1),
          ])
          .filter(([name]) => name !== 'search_path' && name !== 'role'),
      ]),
    );
  };
  await reload();
  return { of: (role) => settings.get(role) ?? [], reload };
}
