import { useQuery } from '@tanstack/react-query';
import type { StoredTick } from '../../../../edge-functions/_shared/dispatch/replay-tick.ts';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** A stored round whole: what it saw, decided, and what came of its offers. */
export type WholeTick = StoredTick & {
  finished_at: string | null;
  offers: { id: string; delivery_id: string; rider_id: string; status: string; answered_at: string | null }[];
};

/** One round that dispatch decided. */
export function useTick(tickId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['tick', tickId],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_dispatch_tick', { p_tick_id: tickId ?? '' }),
        signal,
      )) as unknown as WholeTick,
    enabled: tickId !== undefined,
  });
}
