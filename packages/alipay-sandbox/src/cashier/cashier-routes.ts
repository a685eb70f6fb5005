import { sign } from 'node:crypto';
import { cashierPage, firstDelivery, noticePage } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { findTrade } from '../api/find-trade.ts';
import { payTrade } from '../api/pay-trade.ts';
import { localTime } from '../protocol/local-time.ts';
import { signContent } from '../protocol/sign-content.ts';
import { yuan } from '../protocol/yuan.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Trade } from '../state.ts';

/** /cashier: the payer's page, where a signed payment address leads. */
export function cashierRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.get('/', (c) => {
    const trade = byToken(sandbox, c.req.query('token'));
    return trade ? c.html(pageOf(trade)) : c.html(noticePage('支付链接无效或已过期'), 404);
  });

  app.post('/', async (c) => {
    const form = await c.req.parseBody();
    const trade = byToken(sandbox, form.token);
    if (!trade) return c.html(noticePage('支付链接无效或已过期'), 404);
    if (form.act !== 'pay') {
      return trade.return_url === null ? c.html(noticePage('已取消支付')) : c.redirect(trade.return_url, 303);
    }
    if (trade.trade_status === 'WAIT_BUYER_PAY')
      await firstDelivery(sandbox.notifier, payTrade(sandbox, trade));
    return trade.return_url === null ? c.html(pageOf(trade)) : c.redirect(returnAddress(sandbox, trade), 303);
  });

  return app;
}

function byToken(sandbox: Sandbox, token: unknown): Trade | undefined {
  const trade = Object.values(sandbox.file.state.trades).find((one) => one.token === token);
  return trade && findTrade(sandbox, { out_trade_no: trade.out_trade_no });
}

function pageOf(trade: Trade) {
  const ended = trade.trade_status === 'WAIT_BUYER_PAY' ? null : '订单已关闭';
  return cashierPage({
    title: trade.subject,
    amountCents: trade.total,
    currency: 'CNY',
    outTradeNo: trade.out_trade_no,
    method: '支付宝',
    outcome: trade.paid_at === null ? ended : '支付成功',
    action: '/cashier',
    fields: { token: trade.token },
    returnUrl: trade.return_url,
  });
}

/** The merchant's page with the signed parameters that Alipay appends. They are a hint: the notification counts. */
function returnAddress(sandbox: Sandbox, trade: Trade): string {
  const { credentials } = sandbox;
  const params: Record<string, string> = {
    charset: 'utf-8',
    out_trade_no: trade.out_trade_no,
    method: 'alipay.trade.wap.pay.return',
    total_amount: yuan(trade.total),
    trade_no: trade.trade_no,
    auth_app_id: credentials.appId,
    version: '1.0',
    app_id: credentials.appId,
    sign_type: 'RSA2',
    seller_id: credentials.sellerId,
    timestamp: localTime(new Date()),
  };
  const content = Buffer.from(signContent(params, ['sign', 'sign_type']), 'utf8');
  params.sign = sign('sha256', content, credentials.alipayPrivateKey).toString('base64');
  const url = new URL(trade.return_url ?? sandbox.url);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}
