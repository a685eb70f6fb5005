import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

export type RefundRow = Pick<
  Tables<'refund_requests'>,
  | 'id'
  | 'status'
  | 'amount_cents'
  | 'liable_party'
  | 'reason'
  | 'is_asked'
  | 'note'
  | 'answer'
  | 'photos'
  | 'due_at'
  | 'created_at'
> & { lines: Pick<Tables<'refund_request_lines'>, 'line_number' | 'name' | 'quantity' | 'amount_cents'>[] };

/** The refunds of an order, newest first, with what they are for. */
export function useOrderRefunds(orderId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.refunds(orderId),
    queryFn: ({ signal }): Promise<RefundRow[]> =>
      run(
        client
          .from('refund_requests')
          .select(
            'id,status,amount_cents,liable_party,reason,is_asked,note,answer,photos,due_at,created_at,lines:refund_request_lines(line_number,name,quantity,amount_cents)',
          )
          .eq('order_id', orderId)
          .order('created_at', { ascending: false }),
        signal,
      ),
  });
}
