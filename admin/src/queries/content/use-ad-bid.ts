import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { adsKey } from './use-ads.ts';

/** `key` is the idempotency key of this one intent; days are local dates (YYYY-MM-DD). */
export type AdBidIntent =
  | {
      command: 'place';
      slotId: string;
      storeId: string;
      cents: number;
      from: string;
      to: string;
      key: string;
    }
  | { command: 'withdraw'; bidId: string; key: string };

/** Places or withdraws a bid; the lists of ads read again by themselves. Errors are left to the caller. */
export function useAdBid() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (intent: AdBidIntent): Promise<unknown> =>
      intent.command === 'withdraw'
        ? run(client.rpc('withdraw_ad_bid', { p_bid_id: intent.bidId, p_idempotency_key: intent.key }))
        : run(
            client.rpc('place_ad_bid', {
              p_slot_id: intent.slotId,
              p_store_id: intent.storeId,
              p_amount_cents: intent.cents,
              p_starts_on: intent.from,
              p_ends_on: intent.to,
              p_idempotency_key: intent.key,
            }),
          ),
    onSettled: () => queries.invalidateQueries({ queryKey: adsKey }),
  });
}
