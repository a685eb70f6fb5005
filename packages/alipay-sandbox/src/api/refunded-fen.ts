import type { Sandbox } from '../sandbox.ts';
import type { Trade } from '../state.ts';

/** What has been refunded of a trade so far, in fen. */
export function refundedFen(sandbox: Sandbox, trade: Trade): number {
  return Object.values(sandbox.file.state.refunds)
    .filter((one) => one.out_trade_no === trade.out_trade_no)
    .reduce((sum, one) => sum + one.refund, 0);
}
