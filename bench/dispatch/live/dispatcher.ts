import { decideTick } from '../../../edge-functions/_shared/dispatch/decide-tick.ts';
import type { Snapshot } from '../../../edge-functions/_shared/dispatch/snapshot.ts';
import type { RiderAgent } from './rider-agent.ts';
import type { SimDatabase } from './sim-database.ts';

/** What the rounds of a simulation came to. */
export interface TickTally {
  rounds: number;
  offered: number;
  busy: number;
  outcomes: Record<string, number>;
  cpuMs: number[];
}

/** Runs a round of every zone where something waits, as the edge function does; twice at once where `isDoubled`. */
export async function runTicks(
  db: SimDatabase,
  riders: readonly RiderAgent[],
  tally: TickTally,
  isDoubled: boolean,
): Promise<void> {
  const zones = await db.call<string[]>(
    'service_role',
    `select coalesce(array_agg(z), '{}') from public.list_dispatch_zones() z`,
  );
  for (const zone of zones) {
    const begin = async (): Promise<Snapshot | { is_busy?: true }> =>
      db.call<Snapshot | { is_busy?: true }>('service_role', 'select public.begin_dispatch_tick($1)', zone);
    const begun = await begin();
    if (isDoubled && 'tick_id' in begun && 'is_busy' in (await begin())) tally.busy += 1;
    if (!('tick_id' in begun)) continue;
    const startedAt = process.cpuUsage();
    const plan = decideTick(begun);
    tally.cpuMs.push(process.cpuUsage(startedAt).user / 1000);
    const result = await db.call<{ outcome: string }[]>(
      'service_role',
      'select public.commit_dispatch_tick($1, $2)',
      begun.tick_id,
      JSON.stringify(plan),
    );
    tally.rounds += 1;
    for (const { outcome } of result) tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
    tally.offered += result.filter((one) => one.outcome === 'offered').length;
    const byId = new Map(riders.map((rider) => [rider.id, rider]));
    for (const { rider_id: id } of plan.waiting) {
      const agent = byId.get(id);
      if (agent) agent.isAdvised = true;
    }
  }
}
