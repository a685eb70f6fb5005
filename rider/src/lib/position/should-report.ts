import { distanceMeters } from '@linli/map/geometry';
import type { Fix } from './position-source.ts';

const leastMs = 3_000;
const leastMeters = 15;
/** A rider who stands still is still there: dispatch forgets those it has not heard for minutes. */
const aliveMs = 20_000;

/** Whether the platform should hear of `fix` at `now`, given the last report and when it was made. */
export function shouldReport(last: { fix: Fix; sentAt: number } | null, fix: Fix, now: number): boolean {
  if (!last) return true;
  const waited = now - last.sentAt;
  if (waited >= aliveMs) return true;
  return waited >= leastMs && distanceMeters([last.fix.lon, last.fix.lat], [fix.lon, fix.lat]) >= leastMeters;
}
