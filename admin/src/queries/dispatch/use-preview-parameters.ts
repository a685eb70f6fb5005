import { useMutation } from '@tanstack/react-query';
import type { SnapshotSettings } from '../../../../edge-functions/_shared/dispatch/snapshot.ts';
import { useClient } from '../../app/services.ts';
import { compareRound, type RoundChange } from '../../lib/compare-round.ts';
import { run } from '../run.ts';
import type { WholeTick } from './use-tick.ts';

const rounds = 5;

/**
 * Decides the last rounds of a zone once more with other settings, by the same engine, and answers what would have
 * come out differently. Nothing is changed.
 */
export function usePreviewParameters() {
  const client = useClient();
  return useMutation({
    mutationFn: async ({
      zoneId,
      settings,
    }: {
      zoneId: string;
      settings: Partial<SnapshotSettings>;
    }): Promise<RoundChange[]> => {
      const ids = await run(
        client
          .from('dispatch_ticks')
          .select('id')
          .eq('zone_id', zoneId)
          .not('plan', 'is', null)
          .order('created_at', { ascending: false })
          .limit(rounds),
      );
      const { decideTick } = await import('../../../../edge-functions/_shared/dispatch/decide-tick.ts');
      const changes: RoundChange[] = [];
      for (const { id } of ids) {
        const tick = (await run(client.rpc('get_dispatch_tick', { p_tick_id: id }))) as unknown as WholeTick;
        if (tick.plan === null) continue;
        const snapshot = { ...tick.snapshot, settings: { ...tick.snapshot.settings, ...settings } };
        // The page breathes between rounds.
        await new Promise((resolve) => setTimeout(resolve));
        changes.push(compareRound(tick, decideTick(tick.snapshot), decideTick(snapshot)));
      }
      return changes;
    },
  });
}
