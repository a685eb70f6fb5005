import type { LonLat } from '@linli/map/geometry';
import { pointAlong } from './point-along.ts';
import type { Fix, PositionListener, PositionSource } from './position-source.ts';

const stepMs = 500;
/** A brisk e-bike in town. */
const metersPerSecond = 6;

/** A position source that rides along a line by itself, so that one person can play a rider at a desk. */
export interface DriveSource extends PositionSource {
  /** The line to ride, from where the rider stands; an empty one means to stand still. */
  setLine: (line: readonly LonLat[]) => void;
  /** How many times faster than a rider; 0 stands still. */
  setSpeed: (times: number) => void;
}

/** A rider who begins at `start` and stands there until told to ride. */
export function createDriveSource(start: LonLat): DriveSource {
  let line: readonly LonLat[] = [];
  let times = 0;
  let ridden = 0;
  let fix: Fix = { lon: start[0], lat: start[1], heading: null, at: Date.now() };

  const ride = (listener: PositionListener, seconds: number) => {
    if (times === 0 || line.length < 2) return;
    ridden += seconds * metersPerSecond * times;
    const point = pointAlong(line, ridden);
    if (!point) return;
    fix = { lon: point.position[0], lat: point.position[1], heading: point.heading, at: Date.now() };
    if (point.isEnd) line = [];
    listener.onFix(fix);
  };

  return {
    start: (listener) => {
      listener.onFix({ ...fix, at: Date.now() });
      // Time is measured, not counted: a tab in the background is woken only now and then.
      let last = performance.now();
      const timer = setInterval(() => {
        const now = performance.now();
        ride(listener, (now - last) / 1000);
        last = now;
      }, stepMs);
      return () => clearInterval(timer);
    },
    setLine: (next) => {
      line = next;
      ridden = 0;
    },
    setSpeed: (next) => {
      times = next;
    },
  };
}
