/**
 * How far the platform's clock is ahead of the phone's, in milliseconds, from a `date` header (whole seconds) and the
 * phone's times just before and after the request; 0 where the header is missing or unreadable.
 */
export function clockSkew(dateHeader: string | null, sentAt: number, receivedAt: number): number {
  const platform = dateHeader === null ? NaN : Date.parse(dateHeader);
  if (Number.isNaN(platform)) return 0;
  const skew = platform + 500 - (sentAt + receivedAt) / 2;
  // The header is cut to seconds and the way there takes time: less than this says nothing.
  return Math.abs(skew) < 2_000 ? 0 : Math.round(skew);
}
