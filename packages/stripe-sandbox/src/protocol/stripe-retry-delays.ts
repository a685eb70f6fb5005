/** Stripe's schedule: minutes, then hours, three days in all. */
export const stripeRetryDelaysMs: readonly number[] = [5, 30, 120, 300, 600, 720, 720, 720].map(
  (minutes) => minutes * 60_000,
);
