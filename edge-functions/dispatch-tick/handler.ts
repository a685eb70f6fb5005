import { answerError } from '../_shared/platform/answer-error.ts';
import { ApiError } from '../_shared/platform/api-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { readJson } from '../_shared/platform/read-json.ts';
import { requireService } from '../_shared/platform/require-service.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';
import type { Rpc } from '../_shared/platform/rpc.ts';
import { systemClock, type Clock } from './clock.ts';
import { loopRounds } from './loop-rounds.ts';
import { readRequest } from './read-request.ts';
import { tickWaiting } from './tick-waiting.ts';
import { tickZone, type ZoneResult } from './tick-zone.ts';

const busyRetries = 5;
const busyPauseMs = 400;

/**
 * Service role only, POST `{zone_id?, loop_seconds?}`: decides the zone, or every zone where a task waits, once
 * (`{zones: [...]}`) or every 5 seconds for as long as something waits (`{rounds, offered_count}`). One loop at a
 * time: a second one answers `{is_running: true}` at once.
 */
export function createDispatchTick(
  env: Env,
  clock: Clock = systemClock,
): (request: Request) => Promise<Response> {
  let isLooping = false;
  return async (request) => {
    try {
      if (request.method !== 'POST') throw new ApiError(405, 'platform.method_not_allowed');
      requireService(request.headers, env);
      const { zoneId, loopSeconds } = readRequest(readJson(await request.text()));
      const rpc = serviceRpc(env);
      if (loopSeconds === 0) {
        const zones = zoneId === null ? await tickWaiting(rpc) : [await tickFresh(rpc, zoneId, clock)];
        return Response.json({ zones });
      }
      if (isLooping) return Response.json({ is_running: true });
      isLooping = true;
      const runRound = async () => (zoneId === null ? tickWaiting(rpc) : tickWhileWaiting(rpc, zoneId));
      try {
        return Response.json(await loopRounds(runRound, loopSeconds, clock));
      } finally {
        isLooping = false;
      }
    } catch (error) {
      return answerError(error);
    }
  };
}

/** Something just changed in this zone, and a round that runs already may not have seen it: wait for it to end. */
async function tickFresh(rpc: Rpc, zoneId: string, clock: Clock): Promise<ZoneResult> {
  let result = await tickZone(rpc, zoneId);
  for (let i = 0; i < busyRetries && result.status === 'busy'; i += 1) {
    await clock.pause(busyPauseMs);
    result = await tickZone(rpc, zoneId);
  }
  return result;
}

async function tickWhileWaiting(rpc: Rpc, zoneId: string): Promise<ZoneResult[]> {
  const result = await tickZone(rpc, zoneId);
  return result.status === 'idle' ? [] : [result];
}
