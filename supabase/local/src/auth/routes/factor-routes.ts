import type { Hono } from 'hono';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { challengeFactor, verifyChallenge } from '../mfa/challenges.ts';
import { enrolFactor, removeFactor } from '../mfa/factors.ts';
import { readBody } from '../request-body.ts';
import { requireUser } from '../sessions/signed-in.ts';

/** `/factors`: the second factors of the signed-in user. */
export function addFactorRoutes(app: Hono, core: AuthCore): void {
  app.post('/factors', async (c) => {
    const signedIn = await requireUser(core, c);
    return c.json(await enrolFactor(core, signedIn, await readBody(c), clientInfo(c)));
  });

  app.post('/factors/:id/challenge', async (c) => {
    const signedIn = await requireUser(core, c);
    return c.json(await challengeFactor(core, signedIn, c.req.param('id'), clientInfo(c)));
  });

  app.post('/factors/:id/verify', async (c) => {
    const signedIn = await requireUser(core, c);
    c.header('cache-control', 'no-store');
    return c.json(await verifyChallenge(core, signedIn, c.req.param('id'), await readBody(c), clientInfo(c)));
  });

  app.delete('/factors/:id', async (c) => {
    const signedIn = await requireUser(core, c);
    const id = c.req.param('id');
    await removeFactor(core, signedIn, id, clientInfo(c));
    return c.json({ id });
  });
}
