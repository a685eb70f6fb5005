import { chinaTime } from '@linli/sandbox-kit';
import type { Sandbox } from '../sandbox.ts';
import type { Transfer } from '../state/types.ts';

/** A transfer as queries answer it and as notifications carry it. */
export function transferAnswer(sandbox: Sandbox, transfer: Transfer): Record<string, unknown> {
  return {
    mch_id: sandbox.credentials.mchid,
    out_bill_no: transfer.out_bill_no,
    transfer_bill_no: transfer.transfer_bill_no,
    appid: sandbox.credentials.appid,
    state: transfer.state,
    transfer_amount: transfer.transfer_amount,
    transfer_remark: transfer.transfer_remark,
    ...(transfer.fail_reason === null ? {} : { fail_reason: transfer.fail_reason }),
    openid: transfer.openid,
    create_time: chinaTime(new Date(transfer.created_at)),
    update_time: chinaTime(new Date(transfer.updated_at)),
  };
}
