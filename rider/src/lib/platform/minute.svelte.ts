const stepMs = 15_000;

/** The time for words like "by 12:40" or "3 min late"; it moves every quarter of a minute. Create it while a component is set up. */
export class Minute {
  now = $state(Date.now());

  constructor() {
    $effect(() => {
      const timer = setInterval(() => {
        this.now = Date.now();
      }, stepMs);
      return () => clearInterval(timer);
    });
  }
}
