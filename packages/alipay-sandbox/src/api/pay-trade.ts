import type { Notification } from '@linli/sandbox-kit';
import { notifyTrade } from '../notify/notify-trade.ts';
import { refused } from '../protocol/business-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Trade } from '../state.ts';

/**
 * The payer pays; answers the queued notification, or null where it is lost (`notify` false) or not wanted.
 * Throws ACQ.TRADE_HAS_SUCCESS or ACQ.TRADE_HAS_CLOSE when there is nothing left to pay.
 */
export function payTrade(sandbox: Sandbox, trade: Trade, notify = true): Notification | null {
  if (trade.paid_at !== null) throw refused('ACQ.TRADE_HAS_SUCCESS', '交易已被支付');
  if (trade.trade_status !== 'WAIT_BUYER_PAY') throw refused('ACQ.TRADE_HAS_CLOSE', '交易已经关闭');
  trade.trade_status = 'TRADE_SUCCESS';
  trade.paid_at = new Date().toISOString();
  sandbox.file.save();
  return notify ? notifyTrade(sandbox, trade) : null;
}
