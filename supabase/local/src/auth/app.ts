import { Hono } from 'hono';
import type { AuthCore } from './core.ts';
import { AuthFailure } from './failure.ts';
import type { Providers } from './oauth/providers.ts';
import { requireKey } from './require-key.ts';
import { respondFailure } from './respond.ts';
import { addAdminLinkRoutes } from './routes/admin-link-routes.ts';
import { addAdminUserRoutes } from './routes/admin-user-routes.ts';
import { addFactorRoutes } from './routes/factor-routes.ts';
import { addInfoRoutes } from './routes/info-routes.ts';
import { addMessageRoutes } from './routes/message-routes.ts';
import { addOauthRoutes } from './routes/oauth-routes.ts';
import { addSessionRoutes } from './routes/session-routes.ts';
import { addSignInRoutes } from './routes/sign-in-routes.ts';
import { addUserRoutes } from './routes/user-routes.ts';
import { addVerifyRoutes } from './routes/verify-routes.ts';

/** The whole of `/auth/v1`. */
export function createAuthApp(core: AuthCore, providers: Providers): Hono {
  const app = new Hono().basePath('/auth/v1');
  app.onError((error, c) => respondFailure(c, error, core.log));
  app.use('*', requireKey(core));
  addInfoRoutes(app, core);
  addSignInRoutes(app, core, providers);
  addVerifyRoutes(app, core);
  addMessageRoutes(app, core);
  addUserRoutes(app, core);
  addSessionRoutes(app, core);
  addFactorRoutes(app, core);
  addOauthRoutes(app, core, providers);
  addAdminUserRoutes(app, core);
  addAdminLinkRoutes(app, core);
  app.all('*', () => {
    throw new AuthFailure(404, 'validation_failed', 'Not found: this path is not part of Auth');
  });
  return app;
}
