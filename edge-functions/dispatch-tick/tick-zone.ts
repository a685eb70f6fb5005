import { decide } from '../_shared/dispatch/decide.ts';
import { readSnapshot, type Snapshot } from '../_shared/dispatch/read-snapshot.ts';
import type { Rpc } from '../_shared/platform/rpc.ts';

/** What came of a zone's round: `busy` while another call decides it, `idle` when nothing waits there. */
export interface ZoneResult {
  zone_id: string;
  status: 'decided' | 'busy' | 'idle';
  offered_count: number;
  held_count: number;
}

type Begun = Snapshot | { is_busy: true } | { is_idle: true };

/** Runs one decision round of a zone: reads the town, decides, commits. Refusals of the database pass through. */
export async function tickZone(rpc: Rpc, zoneId: string): Promise<ZoneResult> {
  const begun = await rpc<Begun>('begin_dispatch_tick', { p_zone_id: zoneId });
  if (!('tick_id' in begun)) {
    const status = 'is_busy' in begun ? 'busy' : 'idle';
    return { zone_id: zoneId, status, offered_count: 0, held_count: 0 };
  }
  const plan = decide(readSnapshot(begun));
  await rpc('commit_dispatch_tick', { p_tick_id: begun.tick_id, p_plan: plan });
  return {
    zone_id: zoneId,
    status: 'decided',
    offered_count: plan.offers.length,
    held_count: plan.held.length,
  };
}
