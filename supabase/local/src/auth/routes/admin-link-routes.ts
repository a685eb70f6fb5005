import type { Hono } from 'hono';
import { audit } from '../audit.ts';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { generateLink } from '../flows/generate-link.ts';
import { inviteUser } from '../flows/invite-user.ts';
import { readBody } from '../request-body.ts';
import { requireAdmin } from '../sessions/signed-in.ts';
import { userJson } from '../users/user-json.ts';

/** `/invite` and `/admin/generate_link`; for the secret key only. */
export function addAdminLinkRoutes(app: Hono, core: AuthCore): void {
  app.post('/invite', async (c) => {
    await requireAdmin(core, c);
    const user = await inviteUser(core, await readBody(c), c.req.query('redirect_to'));
    await audit(core.pool, 'user_invited', undefined, clientInfo(c), { user_id: user.id });
    return c.json(await userJson(core.pool, user));
  });

  app.post('/admin/generate_link', async (c) =>
    c.json(await generateLink(core, await readBody(c), c.req.query('redirect_to'))),
  );
}
