import { poseAt, shouldGlide, targetPose, type Pose } from '@linli/map/glide';
import type { LonLat } from '@linli/map/geometry';

type Ride = { from: Pose; to: Pose; startedAt: number };

export type Fleet = {
  /** Where somebody is now; they glide there from where they were. `isJump` sets them down at once. */
  move: (id: string, position: LonLat, heading: number | null, now: number, isJump: boolean) => void;
  /** Keeps only these. */
  keep: (ids: ReadonlySet<string>) => void;
  poseOf: (id: string, now: number) => Pose | undefined;
  /** Whether somebody still glides at `now`. */
  isMoving: (now: number) => boolean;
};

/** Poses of many riders between their reports, which come about every `glideMs`. Times in milliseconds. Pure. */
export function createFleet(glideMs: number): Fleet {
  const rides = new Map<string, Ride>();
  let movesUntil = -Infinity;
  const pose = (ride: Ride, now: number): Pose =>
    poseAt(ride.from, ride.to, glideMs > 0 ? (now - ride.startedAt) / glideMs : 1);
  return {
    move(id, position, heading, now, isJump) {
      const known = rides.get(id);
      if (known === undefined) {
        const to = { position, heading: heading ?? 0 };
        rides.set(id, { from: to, to, startedAt: now });
        return;
      }
      const [lon, lat] = known.to.position;
      if (lon === position[0] && lat === position[1]) return;
      const from = pose(known, now);
      const to = targetPose(from, position, heading ?? undefined);
      const glides = shouldGlide(from, to, isJump);
      rides.set(id, { from: glides ? from : to, to, startedAt: now });
      if (glides) movesUntil = now + glideMs;
    },
    keep(ids) {
      for (const id of rides.keys()) if (!ids.has(id)) rides.delete(id);
    },
    poseOf(id, now) {
      const ride = rides.get(id);
      return ride && pose(ride, now);
    },
    isMoving: (now) => now < movesUntil,
  };
}

/** Riders seldom go faster, in metres a second. */
const pace = 10;

/**
 * How often moving riders are drawn, in milliseconds: as often as a step shows on a map with so many metres a pixel,
 * between ten and thirty times a second.
 */
export function frameGap(metersPerPixel: number): number {
  return Math.min(100, Math.max(33, (metersPerPixel / 2 / pace) * 1000));
}

/**
 * How large riders are drawn at a zoom, a share of full size in quarters: half of it in a view of the whole region, and
 * smaller while so many would cover the town.
 */
export function riderScale(zoom: number, count: number): number {
  const byZoom = 0.5 + (zoom - 10) / 6;
  const byCrowd = Math.sqrt(200 / Math.max(1, count)) * 2 ** (zoom - 13);
  return Math.round(4 * Math.min(1, Math.max(0.5, Math.min(byZoom, byCrowd)))) / 4;
}
