import type { Hono } from 'hono';
import { audit } from '../audit.ts';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { checkManualLinking, unlinkIdentity } from '../flows/unlink-identity.ts';
import { beginOauth } from '../oauth/authorize.ts';
import { finishOauth } from '../oauth/callback.ts';
import type { Providers } from '../oauth/providers.ts';
import { requireUser } from '../sessions/signed-in.ts';

/** `/authorize`, `/callback` and `/user/identities`: accounts at providers. */
export function addOauthRoutes(app: Hono, core: AuthCore, providers: Providers): void {
  app.get('/authorize', async (c) => {
    const url = await beginOauth(core, providers, c);
    return c.req.query('skip_http_redirect') === 'true' ? c.json({ url }) : c.redirect(url, 302);
  });

  app.get('/callback', async (c) => c.redirect(await finishOauth(core, providers, c), 302));

  app.get('/user/identities/authorize', async (c) => {
    checkManualLinking(core);
    const { user } = await requireUser(core, c);
    const url = await beginOauth(core, providers, c, user.id);
    return c.req.query('skip_http_redirect') === 'true' ? c.json({ url }) : c.redirect(url, 302);
  });

  app.delete('/user/identities/:id', async (c) => {
    checkManualLinking(core);
    const { user } = await requireUser(core, c);
    await unlinkIdentity(core, user, c.req.param('id'));
    await audit(core.pool, 'identity_unlinked', user, clientInfo(c), { identity_id: c.req.param('id') });
    return c.json({});
  });
}
