import { Hono } from 'hono';
import { ApiError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import { newTransfer } from './new-transfer.ts';
import { transferAnswer } from './transfer-answer.ts';

/** /v3/fund-app/mch-transfer/transfer-bills: pay a person, ask by our number. */
export function transferRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.post('/', async (c) => {
    const transfer = newTransfer(sandbox, await c.req.text());
    const { out_bill_no, transfer_bill_no, create_time, state } = transferAnswer(sandbox, transfer);
    const answer = { out_bill_no, transfer_bill_no, create_time, state };
    if (transfer.state !== 'WAIT_USER_CONFIRM') return c.json(answer);
    return c.json({ ...answer, package_info: transfer.package_info });
  });

  app.get('/out-bill-no/:no', (c) => {
    const transfer = sandbox.file.state.transfers[c.req.param('no')];
    if (!transfer) throw new ApiError(404, 'NOT_FOUND', '记录不存在');
    return c.json(transferAnswer(sandbox, transfer));
  });

  return app;
}
