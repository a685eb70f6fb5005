/** Whole minutes from one time to another (ISO), negative when it lies before; 0 when one is unknown. */
export function minutesOf(from: string | null | undefined, to: string | null | undefined): number {
  if (!from || !to) return 0;
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}
