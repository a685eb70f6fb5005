import { textOf } from '../../payment/wechat-pay-v3/fields.ts';
import type { WechatAnswer } from '../../payment/wechat-pay-v3/parse-answer.ts';
import type { PayoutState } from '../payout-provider.ts';

/** Reads a transfer. One that waits for the payee's confirmation, or is being taken back, is under way. */
export function transferState(outPayoutNo: string, answer: WechatAnswer): PayoutState {
  const state = textOf(answer, 'state');
  const isFailed = state === 'FAIL' || state === 'CANCELLED';
  return {
    status: state === 'SUCCESS' ? 'paid' : isFailed ? 'failed' : 'processing',
    outPayoutNo: textOf(answer, 'out_bill_no') ?? outPayoutNo,
    reference: textOf(answer, 'transfer_bill_no'),
    amountCents: typeof answer.transfer_amount === 'number' ? answer.transfer_amount : null,
    reason: isFailed ? (textOf(answer, 'fail_reason') ?? state) : null,
    payload: answer,
  };
}
