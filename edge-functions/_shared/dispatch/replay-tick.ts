import { decideTick } from './decide-tick.ts';
import type { Snapshot } from './snapshot.ts';
import type { TickPlan } from './tick-plan.ts';

/** A stored round as `get_dispatch_tick` answers it. */
export interface StoredTick {
  id: string;
  zone_id: string;
  created_at: string;
  snapshot: Snapshot;
  plan: TickPlan | null;
  result: { delivery_id: string; rider_id: string; outcome: string }[] | null;
}

/** A round decided once more; `isSame` is false when the engine answers differently from then, null when nothing was committed. */
export interface Replay {
  plan: TickPlan;
  isSame: boolean | null;
}

/** Decides a stored round again from what it saw then, stopping the search where it was stopped. Pure. */
export function replayTick(tick: StoredTick): Replay {
  const plan = decideTick(tick.snapshot, { stoppedAfter: tick.plan?.stopped_after ?? null });
  return { plan, isSame: tick.plan && canonical(plan) === canonical(tick.plan) };
}

/** The database gives keys back in an order of its own, and travel times went to the snapshot. */
function canonical(plan: TickPlan): string {
  const { travel: _kept, ...rest } = plan;
  return JSON.stringify(sorted(rest));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
