import type { RoadClass } from './town.ts';

/** How fast a delivery rider gets on, in metres per second, with lights and traffic in it. */
export const speedMps: Readonly<Record<RoadClass, number>> = {
  motorway: 9,
  primary: 7,
  secondary: 6.2,
  residential: 5,
  path: 1.4,
};
