import { Hono } from 'hono';
import { ApiError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import { newRefund } from './new-refund.ts';
import { refundAnswer } from './refund-answer.ts';
import { scheduleRefund } from './schedule-refund.ts';

/** /v3/refund/domestic/refunds: apply for a refund, ask for one. */
export function refundRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.post('/', async (c) => {
    const { refund, isNew } = newRefund(sandbox, await c.req.text());
    if (isNew) scheduleRefund(sandbox, refund);
    return c.json(refundAnswer(refund));
  });

  app.get('/:no', (c) => {
    const refund = sandbox.file.state.refunds[c.req.param('no')];
    if (!refund) throw new ApiError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
    return c.json(refundAnswer(refund));
  });

  return app;
}
