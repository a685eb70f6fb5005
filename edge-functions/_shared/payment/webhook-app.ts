import { Hono } from 'hono';
import { ApiError } from '../platform/api-error.ts';
import type { Env } from '../platform/env.ts';
import { serviceRpc } from '../platform/service-rpc.ts';
import { createFindProvider } from './find-provider.ts';
import type { ProviderName } from './providers.ts';
import { ProviderError } from './provider-error.ts';
import { recordEvent } from './record-event.ts';

/** How a provider wants to be answered. */
export interface WebhookAnswers {
  accepted(): Response;
  refused(status: 401 | 500, key: string): Response;
}

/**
 * A provider's notifications: accepted once the database has the event, 401 for what the provider did not sign, 500 when
 * the event could not be recorded, so that the provider sends it again.
 */
export function createWebhookApp(env: Env, provider: ProviderName, answers: WebhookAnswers): Hono {
  const app = new Hono();
  const findProvider = createFindProvider(env);

  app.post('*', async (c) => {
    const body = await c.req.text();
    const event = await findProvider(provider).parseWebhook(c.req.raw.headers, body);
    if (event) await recordEvent(serviceRpc(env), provider, event);
    return answers.accepted();
  });

  app.onError((error) => {
    console.error(error instanceof Error ? error.message : error);
    const isForged = error instanceof ProviderError && error.key === 'payment.signature_invalid';
    const isKnown = error instanceof ApiError || error instanceof ProviderError;
    return answers.refused(isForged ? 401 : 500, isKnown ? error.key : 'platform.internal');
  });

  return app;
}
