import { ApiError } from '../_shared/platform/api-error.ts';
import { tickZone, type TickTools, type ZoneResult } from './tick-zone.ts';

/** A zone's round, or the key of the error that ended it: one bad zone never stops the others. */
export type RoundResult = ZoneResult | { zone_id: string; status: 'error'; error: string };

/** Runs a round of every zone where a task waits; an empty answer means that nothing waits anywhere. */
export async function tickWaiting(tools: TickTools): Promise<RoundResult[]> {
  const zoneIds = await tools.rpc<string[]>('list_dispatch_zones', {});
  const results: RoundResult[] = [];
  for (const zoneId of zoneIds) {
    try {
      results.push(await tickZone(tools, zoneId));
    } catch (error) {
      if (!(error instanceof ApiError)) console.error(error);
      const key = error instanceof ApiError ? error.key : 'platform.internal';
      results.push({ zone_id: zoneId, status: 'error', error: key });
    }
  }
  return results;
}
