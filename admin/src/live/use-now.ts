import { useSyncExternalStore } from 'react';

type Clock = { now: number; listeners: Set<() => void>; timer?: number };
const clocks = new Map<number, Clock>();

function clockOf(stepMs: number): Clock {
  const known = clocks.get(stepMs);
  if (known) return known;
  const created: Clock = { now: floor(stepMs), listeners: new Set() };
  clocks.set(stepMs, created);
  return created;
}

function floor(stepMs: number): number {
  return Math.floor(Date.now() / stepMs) * stepMs;
}

function tick(stepMs: number): void {
  const clock = clockOf(stepMs);
  const now = floor(stepMs);
  if (now === clock.now) return;
  clock.now = now;
  clock.listeners.forEach((listener) => listener());
}

/** The time in milliseconds, moving on in steps; everything that shows it shares one timer. */
export function useNow(stepMs = 30_000): number {
  return useSyncExternalStore(
    (listener) => {
      const clock = clockOf(stepMs);
      clock.listeners.add(listener);
      clock.timer ??= window.setInterval(() => tick(stepMs), Math.min(stepMs, 1000));
      tick(stepMs);
      return () => {
        clock.listeners.delete(listener);
        if (clock.listeners.size > 0) return;
        window.clearInterval(clock.timer);
        clock.timer = undefined;
      };
    },
    () => clockOf(stepMs).now,
  );
}
