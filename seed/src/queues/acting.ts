import type pg from 'pg';

/** Runs commands of the database as somebody, inside a transaction of its own client. */
export interface Acting {
  /** Goes on as a person, as the platform's own programs, or as the owner of the database. */
  as(who: string | 'service_role' | 'owner'): Promise<void>;
  /** The answer of an RPC, its arguments by name. */
  call<Answer>(name: string, args: Record<string, unknown>): Promise<Answer>;
  /** The first column of the first row, or `undefined`. */
  value<Answer>(sql: string, args?: unknown[]): Promise<Answer | undefined>;
}

/** Commands as the app would send them, over a plain connection. */
export function actingOn(client: pg.Client): Acting {
  const value: Acting['value'] = async <Answer>(sql: string, args: unknown[] = []) => {
    const { rows } = await client.query<Answer[]>({ text: sql, values: args, rowMode: 'array' });
    return rows[0]?.[0];
  };
  return {
    async as(who) {
      const role = who === 'owner' ? 'none' : who === 'service_role' ? who : 'authenticated';
      const claims = who === 'owner' ? '' : JSON.stringify({ role, sub: who === role ? undefined : who });
      await client.query(`select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)`, [
        claims,
        role,
      ]);
    },
    async call<Answer>(name: string, args: Record<string, unknown>) {
      const names = Object.keys(args);
      const list = names.map((key, at) => `${key} => $${at + 1}`).join(', ');
      return (await value<Answer>(`select public.${name}(${list})`, Object.values(args))) as Answer;
    },
    value,
  };
}
