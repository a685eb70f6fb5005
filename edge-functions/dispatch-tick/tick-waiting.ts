import { ApiError } from '../_shared/platform/api-error.ts';
import type { Rpc } from '../_shared/platform/rpc.ts';
import { tickZone, type ZoneResult } from './tick-zone.ts';

/** A zone's round, or the key of the error that ended it: one bad zone never stops the others. */
export type RoundResult = ZoneResult | { zone_id: string; status: 'error'; error: string };

/** Runs a round of every zone where a task waits; an empty answer means that nothing waits anywhere. */
export async function tickWaiting(rpc: Rpc): Promise<RoundResult[]> {
  const zoneIds = await rpc<string[]>('list_dispatch_zones', {});
  const results: RoundResult[] = [];
  for (const zoneId of zoneIds) {
    try {
      results.push(await tickZone(rpc, zoneId));
    } catch (error) {
      if (!(error instanceof ApiError)) console.error(error);
      const key = error instanceof ApiError ? error.key : 'platform.internal';
      results.push({ zone_id: zoneId, status: 'error', error: key });
    }
  }
  return results;
}
