import { randomBytes } from 'node:crypto';
import { takePlannedFailure } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApiError, paramError } from '../protocol/api-error.ts';
import { platformSignature } from '../protocol/platform-signature.ts';
import { verifyAuthorization } from '../protocol/verify-authorization.ts';
import type { Sandbox } from '../sandbox.ts';
import { billRoutes } from '../bill/bill-routes.ts';
import { certificateRoutes } from './certificate-routes.ts';
import { refundRoutes } from './refund-routes.ts';
import { transactionRoutes } from './transaction-routes.ts';
import { transferRoutes } from './transfer-routes.ts';

const maxBodyBytes = 64 * 1024;

/** Everything under /v3: requests are verified first, answers are signed last. */
export function apiRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    const asked = c.req.header('wechatpay-serial');
    const key = asked === sandbox.credentials.platformPublicKeyId ? 'public_key' : 'certificate';
    const body = await c.res.clone().text();
    for (const [name, value] of Object.entries(platformSignature(body, sandbox.credentials, key)))
      c.res.headers.set(name, value);
    c.res.headers.set('request-id', randomBytes(16).toString('hex').toUpperCase());
  });

  app.use(async (c, next) => {
    if (!c.req.header('accept') || !c.req.header('user-agent'))
      throw paramError('Http头缺少Accept或User-Agent');
    const body = await c.req.text();
    if (Buffer.byteLength(body) > maxBodyBytes) throw paramError('请求体过大');
    const { pathname, search } = new URL(c.req.url);
    const authorization = c.req.header('authorization');
    verifyAuthorization(
      { method: c.req.method, target: pathname + search, body, authorization },
      sandbox.credentials,
    );
    const failure = takePlannedFailure(sandbox.failures, `${c.req.method} ${pathname}`);
    if (failure) throw new ApiError(failure.status as ContentfulStatusCode, failure.code, failure.message);
    await next();
  });

  app.route('/pay/transactions', transactionRoutes(sandbox));
  app.route('/refund/domestic/refunds', refundRoutes(sandbox));
  app.route('/fund-app/mch-transfer/transfer-bills', transferRoutes(sandbox));
  app.route('/certificates', certificateRoutes(sandbox));
  app.route('/', billRoutes(sandbox));
  app.notFound((c) => c.json({ code: 'RESOURCE_NOT_EXISTS', message: '请求的接口不存在' }, 404));
  app.onError((error, c) => {
    if (error instanceof ApiError) return c.json({ code: error.code, message: error.message }, error.status);
    console.error(error);
    return c.json({ code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' }, 500);
  });
  return app;
}
