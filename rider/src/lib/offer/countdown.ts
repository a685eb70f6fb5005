/** How much of an offer's time is left. */
export interface Countdown {
  /** Whole seconds, rounded up: it says 1 until the very end. */
  secondsLeft: number;
  /** 1 at the start, 0 at the end. */
  share: number;
  isOver: boolean;
}

/** The countdown from `createdAt` to `expiresAt` as seen at `now`; all in milliseconds of the platform's clock. */
export function countdown(createdAt: number, expiresAt: number, now: number): Countdown {
  const left = Math.max(0, expiresAt - now);
  const whole = Math.max(1, expiresAt - createdAt);
  return { secondsLeft: Math.ceil(left / 1000), share: Math.min(1, left / whole), isOver: left === 0 };
}
