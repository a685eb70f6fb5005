import type { Enums } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { LedgerEntry } from '../../lib/ledger-shares.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

/** What goes back: lines, an amount in minor units, or, without either, all that is left. */
export type RefundWish = {
  liable: Enums<'liable_party'>;
  lines: { line_number: number; quantity: number }[];
  amount: number | undefined;
};

/** The answer of `preview_refund`. */
export type RefundPreview = {
  amount_cents: number;
  left_cents: number;
  currency: string;
  lines: { line_number: number; name: string; quantity: number; amount_cents: number }[];
  entries: LedgerEntry[];
};

/** What a refund would do to everybody's money; changes nothing. */
export function useRefundPreview(orderId: string, wish: RefundWish | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...orderKeys.trail(orderId), 'preview', wish],
    enabled: wish !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('preview_refund', {
          p_order_id: orderId,
          p_liable_party: wish?.liable ?? 'platform',
          p_lines: wish?.lines ?? [],
          ...(wish?.amount === undefined ? {} : { p_amount_cents: wish.amount }),
        }),
        signal,
      )) as unknown as RefundPreview,
  });
}
