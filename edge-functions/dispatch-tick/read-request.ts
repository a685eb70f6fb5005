import { ApiError } from '../_shared/platform/api-error.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A function call may not run for ever; the minute job asks for 55 seconds. */
const maxLoopSeconds = 110;

/** What a call asks for: one zone or all (`null`), once or (`loopSeconds` above 0) again and again. */
export interface TickRequest {
  zoneId: string | null;
  loopSeconds: number;
}

/** Reads `{zone_id?, loop_seconds?}`; 400 platform.body_invalid for anything else. */
export function readRequest(body: Readonly<Record<string, unknown>>): TickRequest {
  const { zone_id: zone = null, loop_seconds: loop = 0 } = body;
  if (zone !== null && (typeof zone !== 'string' || !uuid.test(zone)))
    throw new ApiError(400, 'platform.body_invalid', { zone_id: 'must be a uuid' });
  if (typeof loop !== 'number' || !(loop >= 0 && loop <= maxLoopSeconds))
    throw new ApiError(400, 'platform.body_invalid', { loop_seconds: `must be 0 to ${maxLoopSeconds}` });
  return { zoneId: zone, loopSeconds: loop };
}
