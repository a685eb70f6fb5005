import pg from 'pg';

const timeoutMs = 10_000;

/**
 * Makes the role that n8n signs in as, with CREATE on the database (without it n8n waits for ever) so that it makes its
 * own schema. `adminUrl` signs in as a superuser. Safe to repeat; sets the password each time.
 */
export async function ensureN8nDatabase(adminUrl: string, user: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: timeoutMs });
  await client.connect();
  try {
    const role = client.escapeIdentifier(user);
    const known = await client.query('select 1 from pg_roles where rolname = $1', [user]);
    const verb = known.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`);
    const named = await client.query<{ name: string }>('select current_database() as name');
    const database = client.escapeIdentifier(named.rows[0]?.name ?? '');
    await client.query(`grant connect, create, temporary on database ${database} to ${role}`);
  } finally {
    await client.end();
  }
}
