import { randomBytes } from 'node:crypto';
import { digits } from '@linli/sandbox-kit';
import { ApiError, paramError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Transfer } from '../state/types.ts';
import { readInteger, readNotifyUrl, readObject, readString } from './read-fields.ts';
import { settleTransfer } from './settle-transfer.ts';

/**
 * Validates and stores a transfer, or returns the stored one when it is sent again with the same contents.
 * Throws PARAM_ERROR, or ALREADY_EXISTS where the number is reused with other contents.
 */
export function newTransfer(sandbox: Sandbox, text: string): Transfer {
  const body = readObject(text);
  const { state } = sandbox.file;
  if (readString(body, 'appid', 32) !== sandbox.credentials.appid) throw paramError('appid与商户号不匹配');
  const infos = body.transfer_scene_report_infos;
  if (!Array.isArray(infos) || infos.length === 0) throw paramError('参数错误: transfer_scene_report_infos');
  const at = new Date().toISOString();
  const wanted: Transfer = {
    out_bill_no: readString(body, 'out_bill_no', 32, 1, /^[0-9A-Za-z]+$/),
    transfer_bill_no: `1330000${digits(20)}`,
    state: sandbox.transferOutcome === 'SUCCESS' ? 'TRANSFERING' : 'WAIT_USER_CONFIRM',
    openid: readString(body, 'openid', 64),
    transfer_amount: readInteger(body, 'transfer_amount', 1),
    transfer_scene_id: readString(body, 'transfer_scene_id', 36),
    transfer_remark: readString(body, 'transfer_remark', 32),
    package_info: randomBytes(24).toString('base64'),
    fail_reason: null,
    notify_url: body.notify_url === undefined ? null : readNotifyUrl(body),
    created_at: at,
    updated_at: at,
  };
  const known = state.transfers[wanted.out_bill_no];
  if (known) {
    if (known.openid !== wanted.openid || known.transfer_amount !== wanted.transfer_amount)
      throw new ApiError(400, 'ALREADY_EXISTS', '商户单号已存在，且请求参数不一致');
    return known;
  }
  state.transfers[wanted.out_bill_no] = wanted;
  sandbox.file.save();
  if (sandbox.transferOutcome === 'SUCCESS') settleTransfer(sandbox, wanted, 'SUCCESS');
  return wanted;
}
