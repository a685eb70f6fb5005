import { decideTick } from '../_shared/dispatch/decide-tick.ts';
import { osrmTable } from '../_shared/dispatch/osrm-table.ts';
import type { Snapshot } from '../_shared/dispatch/snapshot.ts';
import type { TickPlan } from '../_shared/dispatch/tick-plan.ts';
import type { Env } from '../_shared/platform/env.ts';
import type { Rpc } from '../_shared/platform/rpc.ts';
import type { Clock } from './clock.ts';

/** The search of one zone ends after this, far below what a call of a function may compute. */
const budgetMs = 700;

/** What came of a zone's round: `busy` while another call decides it, `idle` when nothing waits there. */
export interface ZoneResult {
  zone_id: string;
  status: 'decided' | 'busy' | 'idle';
  offered_count: number;
  held_count: number;
}

/** What a round needs from outside. */
export interface TickTools {
  rpc: Rpc;
  env: Env;
  clock: Clock;
}

type Begun = Snapshot | { is_busy: true } | { is_idle: true };

/**
 * Runs one decision round of a zone: reads the town, decides, commits. `OSRM_URL` brings travel times from a routing
 * service; when it does not answer, the engine guesses by straight lines. Refusals of the database pass through.
 */
export async function tickZone({ rpc, env, clock }: TickTools, zoneId: string): Promise<ZoneResult> {
  const osrmUrl = env.OSRM_URL;
  const begun = await rpc<Begun>('begin_dispatch_tick', { p_zone_id: zoneId, p_is_routed: !osrmUrl });
  if (!('tick_id' in begun)) {
    const status = 'is_busy' in begun ? 'busy' : 'idle';
    return { zone_id: zoneId, status, offered_count: 0, held_count: 0 };
  }
  let snapshot = begun;
  let brought: Pick<TickPlan, 'travel'> = {};
  if (osrmUrl) {
    const travel = await osrmTable(osrmUrl, env.OSRM_PROFILE ?? 'bike', begun.places).catch(
      (error: unknown) => {
        console.error(error);
        return null;
      },
    );
    snapshot = { ...begun, travel };
    if (travel) brought = { travel };
  }
  const endsAt = clock.now() + budgetMs;
  const plan: TickPlan = { ...decideTick(snapshot, { mayGoOn: () => clock.now() < endsAt }), ...brought };
  await rpc('commit_dispatch_tick', { p_tick_id: begun.tick_id, p_plan: plan });
  return {
    zone_id: zoneId,
    status: 'decided',
    offered_count: plan.offers.length,
    held_count: plan.held.length,
  };
}
