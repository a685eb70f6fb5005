import { noticePage, takePlannedFailure } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { BusinessError, invalid } from '../protocol/business-error.ts';
import { signedAnswer } from '../protocol/signed-answer.ts';
import { verifyRequest } from '../protocol/verify-request.ts';
import type { Sandbox } from '../sandbox.ts';
import { methods } from './methods.ts';
import { newTrade } from './new-trade.ts';

const pages = new Set(['alipay.trade.wap.pay', 'alipay.trade.page.pay']);

/** /gateway.do: every method of the open platform; payment pages lead to the cashier, the others answer JSON. */
export function gatewayRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.all('/', async (c) => {
    const form = c.req.method === 'POST' ? await c.req.parseBody() : {};
    const params = Object.fromEntries(
      Object.entries({ ...c.req.query(), ...form }).map(([name, value]) => [name, String(value)]),
    );
    const method = params.method ?? '';
    if (pages.has(method)) {
      try {
        verifyRequest(params, sandbox.credentials);
        const trade = newTrade(sandbox, params, contentOf(params));
        return c.redirect(`${sandbox.url}/cashier?token=${trade.token}`);
      } catch (error) {
        if (!(error instanceof BusinessError)) throw error;
        return c.html(noticePage(`${error.message}（${error.subCode}）`), 400);
      }
    }
    const answer = answerOf(sandbox, method, params);
    const text = signedAnswer(methods[method] ? method : 'error', answer, sandbox.credentials);
    return c.body(text, 200, { 'content-type': 'text/html;charset=utf-8' });
  });

  return app;
}

function answerOf(
  sandbox: Sandbox,
  method: string,
  params: Readonly<Record<string, string>>,
): Record<string, unknown> {
  try {
    verifyRequest(params, sandbox.credentials);
    const run = methods[method];
    if (!run) throw invalid('isv.invalid-method', '不存在的方法名');
    const failure = takePlannedFailure(sandbox.failures, method);
    if (failure)
      throw new BusinessError(failure.status >= 500 ? '20000' : '40004', failure.code, failure.message);
    return { code: '10000', msg: 'Success', ...run(sandbox, contentOf(params)) };
  } catch (error) {
    if (!(error instanceof BusinessError)) throw error;
    const msg = error.code === '40002' ? 'Invalid Arguments' : 'Business Failed';
    return { code: error.code, msg, sub_code: error.subCode, sub_msg: error.message };
  }
}

function contentOf(params: Readonly<Record<string, string>>): Record<string, unknown> {
  try {
    return { ...(JSON.parse(params.biz_content ?? '{}') as Record<string, unknown>) };
  } catch {
    throw invalid('isv.invalid-parameter', '参数无效：biz_content');
  }
}
