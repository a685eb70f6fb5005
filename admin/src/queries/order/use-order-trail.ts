import type { Enums, Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { orderKeys } from './order-keys.ts';

export type TrailRefund = Pick<
  Tables<'refund_requests'>,
  | 'id'
  | 'status'
  | 'amount_cents'
  | 'liable_party'
  | 'reason'
  | 'is_asked'
  | 'note'
  | 'photos'
  | 'answer'
  | 'due_at'
  | 'created_at'
> & {
  lines: { line_number: number; name: string; quantity: number; amount_cents: number }[];
  events: {
    command: string;
    to_status: Enums<'refund_status'>;
    actor: Enums<'actor_role'>;
    created_at: string;
  }[];
};

/** Why a promotion applied to an order or not. */
export type Explanation = {
  promotion_id: string | null;
  kind: string;
  name: string;
  translations: unknown;
  is_applied: boolean;
  amount_cents: number;
  reason: string | null;
};

/** The answer of `get_order_trail`. */
export type OrderTrail = {
  refundable_cents: number;
  payments: Pick<
    Tables<'payments'>,
    | 'id'
    | 'provider'
    | 'status'
    | 'out_trade_no'
    | 'transaction_id'
    | 'amount_cents'
    | 'refunded_cents'
    | 'kept_cents'
    | 'created_at'
    | 'captured_at'
  >[];
  refunds: TrailRefund[];
  messages: {
    id: string;
    event: string;
    title: string;
    body: string;
    is_customer: boolean;
    read_at: string | null;
    created_at: string;
  }[];
  explanations: Explanation[] | null;
};

/** What ops see of an order beside its page: payments, refunds, messages, promotions. */
export function useOrderTrail(orderId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.trail(orderId),
    queryFn: async ({ signal }) =>
      (await run(client.rpc('get_order_trail', { p_order_id: orderId }), signal)) as unknown as OrderTrail,
  });
}
