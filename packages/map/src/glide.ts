import { bearing, between, distanceMeters, turn, type LonLat } from './geometry.ts';

export type Pose = { position: LonLat; /** Degrees clockwise from north. */ heading: number };

/** A jump longer than this is a correction, not a ride; gliding over it would be a lie. */
const jumpMeters = 800;
/** Below this a change of place says nothing about the direction. */
const stillMeters = 3;

/** The pose to head for: the given heading, else the direction of the move, else the old heading. */
export function targetPose(from: Pose, position: LonLat, heading?: number): Pose {
  if (heading !== undefined) return { position, heading };
  const moved = distanceMeters(from.position, position);
  return { position, heading: moved > stillMeters ? bearing(from.position, position) : from.heading };
}

/** Whether a marker should glide between two poses or be set at once. */
export function shouldGlide(from: Pose, to: Pose, reducedMotion: boolean): boolean {
  return !reducedMotion && distanceMeters(from.position, to.position) <= jumpMeters;
}

/** The pose at `share` (0–1) of a glide; turns the shorter way and faster than it moves. */
export function poseAt(from: Pose, to: Pose, share: number): Pose {
  const clamped = Math.min(1, Math.max(0, share));
  const turned = Math.min(1, clamped * 3);
  return {
    position: between(from.position, to.position, clamped),
    heading: (from.heading + turn(from.heading, to.heading) * turned + 360) % 360,
  };
}
