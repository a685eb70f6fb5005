/** The present in epoch milliseconds, moving on every second while something shows it. */
class Clock {
  now = $state(Date.now());

  /** Starts ticking; returns a function that stops. Use it as an effect. */
  start(): () => void {
    this.now = Date.now();
    const timer = setInterval(() => (this.now = Date.now()), 1000);
    return () => clearInterval(timer);
  }
}

/** A clock of its own for a component; it stops with it. */
export function createClock(): Clock {
  const clock = new Clock();
  $effect(() => clock.start());
  return clock;
}
