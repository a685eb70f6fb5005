import type { Hono } from 'hono';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { invalid } from '../failure.ts';
import { exchangeCode } from '../flows/exchange-code.ts';
import { sendOtp } from '../flows/send-otp.ts';
import { signInWithPassword } from '../flows/sign-in-password.ts';
import { signInWithIdToken } from '../flows/sign-in-id-token.ts';
import { signUp } from '../flows/sign-up.ts';
import type { Providers } from '../oauth/providers.ts';
import { readBody, textField } from '../request-body.ts';
import { refreshSession } from '../sessions/refresh-session.ts';

/** `/signup`, `/token`, `/otp`: everything that begins or continues a session. */
export function addSignInRoutes(app: Hono, core: AuthCore, providers: Providers): void {
  app.post('/signup', async (c) =>
    c.json(await signUp(core, await readBody(c), clientInfo(c), c.req.query('redirect_to'))),
  );

  app.post('/otp', async (c) => {
    await sendOtp(core, await readBody(c), clientInfo(c), c.req.query('redirect_to'));
    return c.json({});
  });

  app.post('/magiclink', async (c) => {
    await sendOtp(core, await readBody(c), clientInfo(c), c.req.query('redirect_to'));
    return c.json({});
  });

  app.post('/token', async (c) => {
    const body = await readBody(c);
    const client = clientInfo(c);
    c.header('cache-control', 'no-store');
    switch (c.req.query('grant_type')) {
      case 'password':
        return c.json(await signInWithPassword(core, body, client));
      case 'refresh_token': {
        core.limits.request('refresh', client);
        const token = textField(body, 'refresh_token');
        if (token === undefined) throw invalid('refresh_token required');
        return c.json(await refreshSession(core, token, client));
      }
      case 'pkce':
        return c.json(await exchangeCode(core, body, client));
      case 'id_token':
        return c.json(await signInWithIdToken(core, providers, c, body, client));
      default:
        throw invalid('unsupported_grant_type');
    }
  });
}
