import { randomBytes } from 'node:crypto';
import { digits, webAddress } from '@linli/sandbox-kit';
import { invalid, refused } from '../protocol/business-error.ts';
import { instantOf, localTime } from '../protocol/local-time.ts';
import { fenOf } from '../protocol/yuan.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Trade } from '../state.ts';
import { findTrade } from './find-trade.ts';

const productCodes: Record<string, string> = {
  'alipay.trade.wap.pay': 'QUICK_WAP_WAY',
  'alipay.trade.page.pay': 'FAST_INSTANT_TRADE_PAY',
};

/**
 * The trade of a signed payment address, made on the payer's first visit. Throws ACQ.TRADE_HAS_SUCCESS,
 * ACQ.TRADE_HAS_CLOSE, ACQ.CONTEXT_INCONSISTENT (the number is reused with another amount) or 40002.
 */
export function newTrade(
  sandbox: Sandbox,
  params: Readonly<Record<string, string>>,
  content: Readonly<Record<string, unknown>>,
): Trade {
  const { out_trade_no: number, subject, product_code: product } = content;
  const total = fenOf(content.total_amount);
  if (typeof number !== 'string' || !/^\w{1,64}$/.test(number)) throw wrong('out_trade_no');
  if (typeof subject !== 'string' || subject === '' || subject.length > 256) throw wrong('subject');
  if (total === null) throw wrong('total_amount');
  if (product !== productCodes[params.method ?? '']) throw wrong('product_code');
  const expiry = typeof content.time_expire === 'string' ? instantOf(content.time_expire) : null;
  if (content.time_expire !== undefined && expiry === null) throw wrong('time_expire');
  if (sandbox.file.state.trades[number]) {
    const known = findTrade(sandbox, content);
    if (known.paid_at !== null) throw refused('ACQ.TRADE_HAS_SUCCESS', '交易已被支付');
    if (known.trade_status === 'TRADE_CLOSED') throw refused('ACQ.TRADE_HAS_CLOSE', '交易已经关闭');
    if (known.total !== total) throw refused('ACQ.CONTEXT_INCONSISTENT', '交易信息被篡改');
    known.return_url = webAddress(params.return_url);
    return known;
  }
  const at = new Date();
  if (expiry !== null && expiry <= at) throw refused('ACQ.TRADE_HAS_CLOSE', '交易已经关闭');
  const trade: Trade = {
    out_trade_no: number,
    token: randomBytes(16).toString('hex'),
    trade_no: `${localTime(at).slice(0, 10).replaceAll('-', '')}2200${digits(16)}`,
    trade_status: 'WAIT_BUYER_PAY',
    subject,
    total,
    notify_url: webAddress(params.notify_url),
    return_url: webAddress(params.return_url),
    created_at: at.toISOString(),
    expires_at: expiry === null ? null : expiry.toISOString(),
    paid_at: null,
  };
  sandbox.file.state.trades[number] = trade;
  sandbox.file.save();
  return trade;
}

function wrong(field: string) {
  return invalid('isv.invalid-parameter', `参数无效：${field}`);
}
