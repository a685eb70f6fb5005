import pg from 'pg';

/** Who speaks: a person of the town, the service, or the owner of the database. */
export type Speaker = { person: string } | 'service_role' | 'postgres';

/** The database at the simulated time; every call is a transaction of its own, as the Data API makes it. */
export interface SimDatabase {
  /** Simulated time, seconds since 1970. */
  now: number;
  /** The first column of the first row; a refusal is thrown with its key as the message. */
  call<T>(speaker: Speaker, sql: string, ...values: unknown[]): Promise<T>;
  /** All rows, read as the owner. */
  rows<T>(sql: string, ...values: unknown[]): Promise<T[]>;
  end(): Promise<void>;
}

/** Opens the one connection of the simulation. */
export async function openSimDatabase(dbUrl: string): Promise<SimDatabase> {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  const begin = async (speaker: Speaker, now: number): Promise<void> => {
    const role = typeof speaker === 'string' ? speaker : 'authenticated';
    const claims = typeof speaker === 'string' ? { role } : { role, sub: speaker.person };
    await client.query('begin');
    await client.query(
      `select set_config('sim.now', $1, true), set_config('request.jwt.claims', $2, true), set_config('role', $3, true)`,
      [new Date(now * 1000).toISOString(), speaker === 'postgres' ? '' : JSON.stringify(claims), role],
    );
  };
  const run = async <T>(speaker: Speaker, now: number, sql: string, values: unknown[]): Promise<T[][]> => {
    await begin(speaker, now);
    try {
      const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
      await client.query('commit');
      return rows as T[][];
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  };
  const database: SimDatabase = {
    now: 0,
    async call<T>(speaker: Speaker, sql: string, ...values: unknown[]) {
      return (await run<T>(speaker, database.now, sql, values))[0]?.[0] as T;
    },
    async rows<T>(sql: string, ...values: unknown[]) {
      return (await run<T>('postgres', database.now, `select to_jsonb(x) from (${sql}) x`, values)).map(
        (row) => row[0] as T,
      );
    },
    end: () => client.end(),
  };
  return database;
}
