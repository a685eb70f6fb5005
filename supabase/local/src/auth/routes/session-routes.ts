import type { Hono } from 'hono';
import { audit } from '../audit.ts';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { AuthFailure } from '../failure.ts';
import { isUuid, requireUser } from '../sessions/signed-in.ts';

/**
 * `/sessions`: the devices a user is signed in on, and the end of one of them. Hosted Supabase has no such endpoint:
 * apps that must run there read `auth.sessions` through a function of their own.
 */
export function addSessionRoutes(app: Hono, core: AuthCore): void {
  app.get('/sessions', async (c) => {
    const { user, session } = await requireUser(core, c);
    const { rows } = await core.pool.query(
      `select id, created_at, coalesce(refreshed_at at time zone 'utc', created_at) as last_active_at, aal, user_agent, host(ip) as ip,
         id = $2 as is_current
       from auth.sessions where user_id = $1 and (not_after is null or not_after > now()) order by 3 desc`,
      [user.id, session.id],
    );
    return c.json({ sessions: rows });
  });

  app.delete('/sessions/:id', async (c) => {
    const { user } = await requireUser(core, c);
    const id = c.req.param('id');
    const ended = isUuid(id)
      ? await core.pool.query('delete from auth.sessions where id = $1 and user_id = $2', [id, user.id])
      : undefined;
    if (ended?.rowCount !== 1) throw new AuthFailure(404, 'session_not_found', 'Session does not exist');
    await audit(core.pool, 'logout', user, clientInfo(c), { session: id });
    return c.body(null, 204);
  });
}
