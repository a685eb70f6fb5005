import { chinaTime } from '@linli/sandbox-kit';
import type { Sandbox } from '../sandbox.ts';
import type { TradeState, Transaction } from '../state/types.ts';
import { currentState } from './trade-state.ts';

const words: Record<TradeState, string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  CLOSED: '订单已关闭',
};

/** A transaction as queries answer it and as notifications carry it. */
export function transactionAnswer(sandbox: Sandbox, transaction: Transaction): Record<string, unknown> {
  const state = currentState(sandbox, transaction);
  const base = {
    appid: sandbox.credentials.appid,
    mchid: sandbox.credentials.mchid,
    out_trade_no: transaction.out_trade_no,
    trade_state: state,
    trade_state_desc: words[state],
    ...(transaction.attach === null ? {} : { attach: transaction.attach }),
  };
  if (transaction.transaction_id === null || transaction.success_at === null) return base;
  return {
    ...base,
    transaction_id: transaction.transaction_id,
    trade_type: transaction.trade_type,
    bank_type: 'OTHERS',
    success_time: chinaTime(new Date(transaction.success_at)),
    payer: { openid: transaction.openid },
    amount: {
      total: transaction.total,
      payer_total: transaction.total,
      currency: transaction.currency,
      payer_currency: transaction.currency,
    },
  };
}
