import { answerError } from '../_shared/platform/answer-error.ts';
import { ApiError } from '../_shared/platform/api-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { readJson } from '../_shared/platform/read-json.ts';
import { requireService } from '../_shared/platform/require-service.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';
import { systemClock, type Clock } from './clock.ts';
import { loopRounds } from './loop-rounds.ts';
import { readRequest } from './read-request.ts';
import { tickWaiting } from './tick-waiting.ts';
import { tickZone, type TickTools, type ZoneResult } from './tick-zone.ts';

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
      const tools: TickTools = { rpc: serviceRpc(env), env, clock };
      if (loopSeconds === 0) {
        const zones = zoneId === null ? await tickWaiting(tools) : [await tickFresh(tools, zoneId)];
        return Response.json({ zones });
      }
      if (isLooping) return Response.json({ is_running: true });
      isLooping = true;
      const runRound = async () => (zoneId === null ? tickWaiting(tools) : tickWhileWaiting(tools, zoneId));
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
async function tickFresh(tools: TickTools, zoneId: string): Promise<ZoneResult> {
  let result = await tickZone(tools, zoneId);
  for (let i = 0; i < busyRetries && result.status === 'busy'; i += 1) {
    await tools.clock.pause(busyPauseMs);
    result = await tickZone(tools, zoneId);
  }
  return result;
}

async function tickWhileWaiting(tools: TickTools, zoneId: string): Promise<ZoneResult[]> {
  const result = await tickZone(tools, zoneId);
  return result.status === 'idle' ? [] : [result];
}
