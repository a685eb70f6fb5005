/**
 * A distance in metres for people: to 10 m below 1 km, one decimal below 10 km, whole kilometres beyond.
 * `zh` locales say 米/公里, others m/km. Negative or non-finite input throws `RangeError`.
 */
export function formatDistance(metres: number, locale: string): string {
  if (!Number.isFinite(metres) || metres < 0)
    throw new RangeError(`a distance must be metres ≥ 0, got ${metres}`);
  const chinese = locale.startsWith('zh');
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1000) return chinese ? `${tens}米` : `${tens} m`;
  const kilometres = metres / 1000;
  const digits = kilometres < 9.95 ? 1 : 0;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(kilometres);
  return chinese ? `${number}公里` : `${number} km`;
}
