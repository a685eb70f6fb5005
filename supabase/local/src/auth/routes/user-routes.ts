import type { Hono } from 'hono';
import { audit } from '../audit.ts';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { invalid } from '../failure.ts';
import { reauthenticate } from '../flows/reauthenticate.ts';
import { updateOwnUser } from '../flows/update-own-user.ts';
import { readBody } from '../request-body.ts';
import { endSessions, type SignOutScope } from '../sessions/end-sessions.ts';
import { requireUser } from '../sessions/signed-in.ts';
import { userJson } from '../users/user-json.ts';

/** `/user`, `/logout`, `/reauthenticate`: what signed-in users do with themselves. */
export function addUserRoutes(app: Hono, core: AuthCore): void {
  app.get('/user', async (c) => {
    const { user } = await requireUser(core, c);
    return c.json(await userJson(core.pool, user));
  });

  app.put('/user', async (c) => {
    const signedIn = await requireUser(core, c);
    return c.json(
      await updateOwnUser(core, signedIn, await readBody(c), clientInfo(c), c.req.query('redirect_to')),
    );
  });

  app.get('/reauthenticate', async (c) => {
    const { user } = await requireUser(core, c);
    await reauthenticate(core, user);
    return c.json({});
  });

  app.post('/logout', async (c) => {
    const scope = c.req.query('scope') ?? 'global';
    if (!isScope(scope)) throw invalid(`Unsupported logout scope "${scope}"`);
    const { user, session } = await requireUser(core, c);
    await endSessions(core.pool, user.id, session.id, scope);
    await audit(core.pool, 'logout', user, clientInfo(c), { scope });
    return c.body(null, 204);
  });
}

function isScope(scope: string): scope is SignOutScope {
  return scope === 'global' || scope === 'local' || scope === 'others';
}
