import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { ApiError, paramError } from '../protocol/api-error.ts';
import { chinaTime } from '@linli/sandbox-kit';
import type { Sandbox } from '../sandbox.ts';
import { tradeBill } from './trade-bill.ts';

/** GET /v3/bill/tradebill answers where the file is and its SHA-1; GET /v3/billdownload/file gives it. */
export function billRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.get('/bill/tradebill', (c) => {
    const day = c.req.query('bill_date') ?? '';
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw paramError('参数错误: bill_date');
    if ((c.req.query('bill_type') ?? 'ALL') !== 'ALL') throw paramError('参数错误: bill_type');
    if (day >= chinaTime(new Date()).slice(0, 10))
      throw new ApiError(400, 'NO_STATEMENT_EXIST', '账单文件不存在');
    return c.json({
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(tradeBill(sandbox, day)).digest('hex'),
      download_url: `${sandbox.url}/v3/billdownload/file?token=${day}`,
    });
  });

  app.get('/billdownload/file', (c) => {
    const day = c.req.query('token') ?? '';
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw paramError('参数错误: token');
    return c.body(tradeBill(sandbox, day), 200, { 'content-type': 'text/plain; charset=utf-8' });
  });

  return app;
}
