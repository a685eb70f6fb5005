import { createHash, randomUUID, sign } from 'node:crypto';
import type { Notification } from '@linli/sandbox-kit';
import { refundedFen } from '../api/refunded-fen.ts';
import { localTime } from '../protocol/local-time.ts';
import { signContent } from '../protocol/sign-content.ts';
import { yuan } from '../protocol/yuan.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Refund, Trade } from '../state.ts';

/**
 * Queues a signed asynchronous notification of a trade, after a payment or a refund; null without a notify_url.
 * As with Alipay, `refund_fee` is the sum of all refunds so far and `out_biz_no` names the one that happened.
 */
export function notifyTrade(sandbox: Sandbox, trade: Trade, refund?: Refund): Notification | null {
  if (trade.notify_url === null) return null;
  const { credentials } = sandbox;
  const at = new Date();
  const params: Record<string, string> = {
    notify_time: localTime(at),
    notify_type: 'trade_status_sync',
    notify_id: createHash('md5').update(randomUUID()).digest('hex'),
    app_id: credentials.appId,
    auth_app_id: credentials.appId,
    charset: 'utf-8',
    version: '1.0',
    sign_type: 'RSA2',
    trade_no: trade.trade_no,
    out_trade_no: trade.out_trade_no,
    trade_status: trade.trade_status,
    subject: trade.subject,
    total_amount: yuan(trade.total),
    receipt_amount: yuan(trade.total),
    buyer_pay_amount: yuan(trade.total),
    seller_id: credentials.sellerId,
    buyer_id: '2088000000000000',
    gmt_create: localTime(new Date(trade.created_at)),
    gmt_payment: localTime(new Date(trade.paid_at ?? at)),
    ...(refund && {
      out_biz_no: refund.out_request_no,
      refund_fee: yuan(refundedFen(sandbox, trade)),
      gmt_refund: `${localTime(new Date(refund.refunded_at))}.000`,
    }),
  };
  const content = signContent(params, ['sign', 'sign_type']);
  params.sign = sign('sha256', Buffer.from(content, 'utf8'), credentials.alipayPrivateKey).toString('base64');
  return sandbox.notifier.queue({
    id: params.notify_id ?? '',
    event_type: refund ? 'refund' : trade.trade_status,
    subject: refund?.out_request_no ?? trade.out_trade_no,
    url: trade.notify_url,
    body: new URLSearchParams(params).toString(),
  });
}
