import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the function sees it; tests bring their own. Milliseconds. */
export interface Clock {
  now: () => number;
  pause: (milliseconds: number) => Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  pause: async (milliseconds) => {
    await sleep(milliseconds);
  },
};
