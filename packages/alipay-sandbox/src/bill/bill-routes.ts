import { Hono } from 'hono';
import type { Sandbox } from '../sandbox.ts';
import { toGbk } from './gbk.ts';
import { tradeBill } from './trade-bill.ts';
import { zip } from './zip.ts';

/** /billdownload: the archive that a bill's download address leads to; names and text in GBK. */
export function billRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.get('/', (c) => {
    const day = c.req.query('bill_date') ?? '';
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return c.text('bill_date', 400);
    const stem = `${sandbox.credentials.sellerId}0156_${day.replaceAll('-', '')}`;
    const summary = `#支付宝业务汇总查询\r\n#账号：[${sandbox.credentials.sellerId}0156]\r\n`;
    const archive = zip([
      { name: toGbk(`${stem}_业务明细(汇总).csv`), content: toGbk(summary) },
      { name: toGbk(`${stem}_业务明细.csv`), content: toGbk(tradeBill(sandbox, day)) },
    ]);
    return c.body(new Uint8Array(archive), 200, { 'content-type': 'application/zip' });
  });

  return app;
}
