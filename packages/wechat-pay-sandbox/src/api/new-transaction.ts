import { randomBytes } from 'node:crypto';
import { ApiError, paramError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { TradeType, Transaction } from '../state/types.ts';
import { currentState } from './trade-state.ts';
import {
  readInteger,
  readNested,
  readNotifyUrl,
  readObject,
  readOptionalString,
  readString,
} from './read-fields.ts';

const compared = [
  'trade_type',
  'description',
  'attach',
  'notify_url',
  'total',
  'currency',
  'openid',
] as const;

/**
 * Validates and stores a merchant order, or returns the stored one when the same order is sent again.
 * Throws PARAM_ERROR, APPID_MCHID_NOT_MATCH, ORDERPAID, ORDER_CLOSED, or INVALID_REQUEST where the number
 * is reused with other contents.
 */
export function newTransaction(sandbox: Sandbox, type: TradeType, text: string): Transaction {
  const wanted = parse(sandbox, type, text);
  const { state } = sandbox.file;
  const known = state.transactions[wanted.out_trade_no];
  if (known) {
    const now = currentState(sandbox, known);
    if (now === 'SUCCESS' || now === 'REFUND') throw new ApiError(400, 'ORDERPAID', '该订单已支付');
    if (now === 'CLOSED') throw new ApiError(400, 'ORDER_CLOSED', '该订单已关闭');
    if (compared.some((field) => known[field] !== wanted[field]))
      throw new ApiError(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致');
    return known;
  }
  state.transactions[wanted.out_trade_no] = wanted;
  sandbox.file.save();
  return wanted;
}

function parse(sandbox: Sandbox, type: TradeType, text: string): Transaction {
  const body = readObject(text);
  const { credentials } = sandbox;
  if (
    readString(body, 'mchid', 32) !== credentials.mchid ||
    readString(body, 'appid', 32) !== credentials.appid
  )
    throw new ApiError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配');
  const amount = readNested(body, 'amount');
  const currency = readOptionalString(amount, 'currency', 16) ?? 'CNY';
  if (!sandbox.currencies.includes(currency)) throw paramError('参数错误: amount.currency');
  if (type === 'MWEB') {
    const scene = readNested(body, 'scene_info');
    readString(scene, 'payer_client_ip', 45);
    readString(readNested(scene, 'h5_info'), 'type', 32);
  }
  return {
    out_trade_no: readString(body, 'out_trade_no', 32, 6, /^[\w\-|*]+$/),
    trade_type: type,
    trade_state: 'NOTPAY',
    prepay_id: `wx${Date.now()}${randomBytes(9).toString('hex')}`,
    transaction_id: null,
    description: readString(body, 'description', 127),
    attach: readOptionalString(body, 'attach', 128),
    notify_url: readNotifyUrl(body),
    total: readInteger(amount, 'total', 1),
    currency,
    openid: type === 'JSAPI' ? readString(readNested(body, 'payer'), 'openid', 128) : null,
    created_at: new Date().toISOString(),
    expires_at: readExpiry(readOptionalString(body, 'time_expire', 64)),
    success_at: null,
  };
}

function readExpiry(text: string | null): string | null {
  if (text === null) return null;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : null;
  if (!at || Number.isNaN(at.getTime()) || at.getTime() < Date.now())
    throw paramError('time_expire不合法或已过期');
  return at.toISOString();
}
