import type { LonLat } from '@linli/map/geometry';

/** Where the rider is: position (WGS-84), heading in degrees, the phone's time. */
export interface RiderPose {
  position: LonLat;
  heading: number | undefined;
  at: number;
}

/**
 * The pose of a `rider.moved` payload or of an order page's rider. What is older than `known`, or says no place,
 * changes nothing.
 */
export function readPose(source: unknown, known: RiderPose | undefined): RiderPose | undefined {
  if (typeof source !== 'object' || source === null) return known;
  const { lon, lat, heading, at, position_at: positionAt } = source as Record<string, unknown>;
  if (typeof lon !== 'number' || typeof lat !== 'number') return known;
  const time = Date.parse(String(at ?? positionAt));
  const pose: RiderPose = {
    position: [lon, lat],
    heading: typeof heading === 'number' ? heading : undefined,
    at: Number.isNaN(time) ? 0 : time,
  };
  return known !== undefined && pose.at < known.at ? known : pose;
}
