/** Where the rider is: WGS-84 degrees, heading clockwise from north where known, `at` in milliseconds. */
export interface Fix {
  lon: number;
  lat: number;
  heading: number | null;
  at: number;
}

export type PositionProblem = 'denied' | 'unavailable';

export interface PositionListener {
  onFix: (fix: Fix) => void;
  onProblem: (problem: PositionProblem) => void;
}

/** Something that tells where the rider is, from `start` until the function it answers is called. */
export interface PositionSource {
  start: (listener: PositionListener) => () => void;
}
