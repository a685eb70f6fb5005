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

/** How often a fleet of so many is drawn while it moves, in milliseconds: fewer frames for more riders. */
export function frameGap(count: number): number {
  if (count <= 100) return 50;
  return count <= 600 ? 120 : 250;
}
