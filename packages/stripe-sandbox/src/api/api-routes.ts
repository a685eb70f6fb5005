import { createHash } from 'node:crypto';
import { takePlannedFailure } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { newId } from '../protocol/new-id.ts';
import { StripeError } from '../protocol/stripe-error.ts';
import type { Sandbox } from '../sandbox.ts';
import { objectRoutes } from './object-routes.ts';

/** Everything under /v1: key, idempotency, errors in Stripe's shape. */
export function apiRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { state } = sandbox.file;

  app.use(async (c, next) => {
    c.header('request-id', newId('req'));
    const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer !== sandbox.credentials.secretKey)
      throw new StripeError(401, 'invalid_request_error', 'Invalid API Key provided');
    const failure = takePlannedFailure(sandbox.failures, `${c.req.method} ${c.req.path}`);
    if (failure) {
      const type = failure.status >= 500 ? 'api_error' : 'invalid_request_error';
      const status = failure.status as ContentfulStatusCode;
      throw new StripeError(status, type, failure.message, { code: failure.code });
    }
    await next();
  });

  app.use(async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (c.req.method !== 'POST' || !key) return next();
    const text = `${c.req.path}\n${await c.req.text()}`;
    const request = createHash('sha256').update(text).digest('hex');
    const kept = state.kept_answers[key];
    if (kept && kept.request !== request)
      throw new StripeError(
        400,
        'idempotency_error',
        'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      );
    if (kept) {
      c.header('idempotent-replayed', 'true');
      return c.body(kept.body, kept.status as ContentfulStatusCode, { 'content-type': 'application/json' });
    }
    await next();
    if (c.res.status >= 500) return;
    state.kept_answers[key] = { request, status: c.res.status, body: await c.res.clone().text() };
    sandbox.file.save();
  });

  app.route('/', objectRoutes(sandbox));
  app.notFound((c) => {
    const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}).`;
    return c.json({ error: { type: 'invalid_request_error', message } }, 404);
  });
  app.onError((error, c) => {
    if (!(error instanceof StripeError)) {
      console.error(error);
      return c.json({ error: { type: 'api_error', message: 'An unknown error occurred' } }, 500);
    }
    const { type, code, message, param } = error;
    return c.json({ error: { type, code, message, param } }, error.status);
  });
  return app;
}
