/** Alipay's schedule: 4 min, 10 min, 10 min, 1 h, 2 h, 6 h, 15 h. */
export const alipayRetryDelaysMs: readonly number[] = [4, 10, 10, 60, 120, 360, 900].map(
  (minutes) => minutes * 60_000,
);
