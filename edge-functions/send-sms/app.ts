import { Hono } from 'hono';
import { ApiError } from '../_shared/platform/api-error.ts';
import { answerError } from '../_shared/platform/answer-error.ts';
import { required, type Env } from '../_shared/platform/env.ts';
import { readJson } from '../_shared/platform/read-json.ts';
import { requireService } from '../_shared/platform/require-service.ts';
import { verifyWebhook } from '../_shared/platform/verify-webhook.ts';
import { SmsError } from '../_shared/sms/sms-error.ts';
import { smsSenderFromEnv } from '../_shared/sms/sms-sender-from-env.ts';
import type { SmsSender } from '../_shared/sms/sms-sender.ts';
import { readHook } from './read-hook.ts';
import { readNotification } from './read-notification.ts';

/**
 * Sends one message. With Standard Webhooks headers it is the auth server's Send-SMS hook (template `otp`); otherwise
 * a service-role call with `{phone, template, params}`, answered `{message_id}`.
 */
export function createSendSmsApp(env: Env): Hono {
  const app = new Hono();
  let sender: SmsSender | undefined;
  const carrier = () => (sender ??= smsSenderFromEnv(env));

  app.post('*', async (c) => {
    const text = await c.req.text();
    const { headers } = c.req.raw;
    if (!headers.has('webhook-signature')) {
      requireService(headers, env);
      const { messageId } = await carrier().send(readNotification(readJson(text)));
      return c.json({ message_id: messageId });
    }
    await verifyWebhook(headers, text, required(env, 'SEND_SMS_HOOK_SECRET'));
    const { phone, otp } = readHook(readJson(text));
    await carrier().send({ phone, template: 'otp', params: { code: otp } });
    return c.json({});
  });

  app.onError((error, c) => {
    const known =
      error instanceof SmsError ? new ApiError(error.status, error.key, { code: error.code }) : error;
    if (!c.req.raw.headers.has('webhook-signature')) return answerError(known);
    // The auth server reads hook errors in this shape.
    if (!(known instanceof ApiError)) console.error(known);
    const status = known instanceof ApiError ? known.status : 500;
    const message = known instanceof ApiError ? known.key : 'platform.internal';
    return Response.json({ error: { http_code: status, message } }, { status });
  });

  return app;
}
