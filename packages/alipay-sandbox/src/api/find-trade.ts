import { refused } from '../protocol/business-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Trade } from '../state.ts';

/** The trade named by `out_trade_no` or `trade_no`, its expiry applied; ACQ.TRADE_NOT_EXIST where there is none. */
export function findTrade(sandbox: Sandbox, content: Readonly<Record<string, unknown>>): Trade {
  const trade = Object.values(sandbox.file.state.trades).find(
    (one) => one.out_trade_no === content.out_trade_no || one.trade_no === content.trade_no,
  );
  if (!trade) throw refused('ACQ.TRADE_NOT_EXIST', '交易不存在');
  const isOver = trade.expires_at !== null && trade.expires_at <= new Date().toISOString();
  if (trade.trade_status === 'WAIT_BUYER_PAY' && isOver) {
    trade.trade_status = 'TRADE_CLOSED';
    sandbox.file.save();
  }
  return trade;
}
