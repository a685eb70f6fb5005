import type { Notification } from '@linli/sandbox-kit';

/** What the API calls trade_type. MWEB is the H5 kind. */
export type TradeType = 'JSAPI' | 'NATIVE' | 'MWEB';
export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL';

/** One merchant order. Amounts in fen; instants as ISO 8601 UTC. */
export interface Transaction {
  out_trade_no: string;
  trade_type: TradeType;
  trade_state: TradeState;
  prepay_id: string;
  transaction_id: string | null;
  description: string;
  attach: string | null;
  notify_url: string;
  total: number;
  currency: string;
  openid: string | null;
  created_at: string;
  expires_at: string | null;
  success_at: string | null;
}

/** One refund of a transaction. Amounts in fen. */
export interface Refund {
  out_refund_no: string;
  refund_id: string;
  out_trade_no: string;
  transaction_id: string;
  status: RefundStatus;
  refund: number;
  total: number;
  currency: string;
  reason: string | null;
  notify_url: string | null;
  created_at: string;
  success_at: string | null;
}

/** TRANSFERING is the API's own spelling. */
export type TransferState = 'WAIT_USER_CONFIRM' | 'TRANSFERING' | 'SUCCESS' | 'FAIL' | 'CANCELLED';

/** One transfer from the merchant to a person's balance. Amount in fen. */
export interface Transfer {
  out_bill_no: string;
  transfer_bill_no: string;
  state: TransferState;
  openid: string;
  transfer_amount: number;
  transfer_scene_id: string;
  transfer_remark: string;
  package_info: string;
  fail_reason: string | null;
  notify_url: string | null;
  created_at: string;
  updated_at: string;
}

/** Everything that outlives a restart. */
export interface SandboxState {
  transactions: Record<string, Transaction>;
  refunds: Record<string, Refund>;
  transfers: Record<string, Transfer>;
  notifications: Record<string, Notification>;
}
