const step = 5 * 60_000;

/** The told window in whole five minutes of the clock, outwards; `null` when all of it lies in the past. */
export function etaWindow(
  eta: { p50_at: string; p90_at: string },
  now: number,
): { from: string; to: string } | null {
  const to = Math.ceil(Date.parse(eta.p90_at) / step) * step;
  if (to <= now) return null;
  const from = Math.min(Math.floor(Date.parse(eta.p50_at) / step) * step, to - step);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
