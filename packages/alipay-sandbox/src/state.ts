import type { Notification } from '@linli/sandbox-kit';

/** TRADE_CLOSED: unpaid at its end, or refunded whole. */
export type TradeStatus = 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_CLOSED';

/** One merchant order. Amounts in fen; instants as ISO 8601 UTC. */
export interface Trade {
  out_trade_no: string;
  /** Of the payer's page. */
  token: string;
  trade_no: string;
  trade_status: TradeStatus;
  subject: string;
  total: number;
  notify_url: string | null;
  return_url: string | null;
  created_at: string;
  expires_at: string | null;
  paid_at: string | null;
}

/** One refund of a trade; done at once, as with Alipay. Amount in fen. */
export interface Refund {
  out_trade_no: string;
  out_request_no: string;
  refund: number;
  reason: string | null;
  refunded_at: string;
}

/** Everything that outlives a restart. Refunds by `out_trade_no/out_request_no`. */
export interface SandboxState {
  trades: Record<string, Trade>;
  refunds: Record<string, Refund>;
  notifications: Record<string, Notification>;
}
