import type { Hono } from 'hono';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { recoverPassword } from '../flows/recover-password.ts';
import { resendCode } from '../flows/resend-code.ts';
import { readBody } from '../request-body.ts';

/** `/recover` and `/resend`: messages that anybody may ask for; the answer never tells whether an account exists. */
export function addMessageRoutes(app: Hono, core: AuthCore): void {
  app.post('/recover', async (c) => {
    await recoverPassword(core, await readBody(c), clientInfo(c), c.req.query('redirect_to'));
    return c.json({});
  });

  app.post('/resend', async (c) => {
    await resendCode(core, await readBody(c), clientInfo(c), c.req.query('redirect_to'));
    return c.json({});
  });
}
