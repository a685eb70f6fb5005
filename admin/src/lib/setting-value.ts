export type SettingUnit = 'seconds' | 'minutes' | 'days' | 'months' | 'cents' | 'bps' | 'count';

/** What a number of a parameter counts, by its key. */
export function settingUnit(key: string): SettingUnit {
  const units = ['seconds', 'minutes', 'days', 'months', 'cents', 'bps'] as const;
  const parts = key.split(/[._]/);
  return units.find((unit) => parts.includes(unit)) ?? 'count';
}

/** A stored setting as the text a person edits: strings bare, everything else as JSON. */
export function settingText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Reads an edited setting so that its type stays the same: a number stays a number, a text a text.
 * Answers `undefined` when the text does not fit.
 */
export function parseSetting(text: string, before: unknown): { value: unknown } | undefined {
  if (typeof before === 'string') return { value: text.trim() };
  if (typeof before === 'number') {
    const value = Number(text);
    return text.trim() !== '' && Number.isFinite(value) ? { value } : undefined;
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** The bounds that the schema of a parameter sets to a number. */
export function settingRange(schema: unknown): { min?: number; max?: number } {
  const { minimum, maximum } = (schema ?? {}) as { minimum?: unknown; maximum?: unknown };
  return {
    ...(typeof minimum === 'number' && { min: minimum }),
    ...(typeof maximum === 'number' && { max: maximum }),
  };
}

/** Whole days, hours, minutes and seconds of a time, the largest first; none is nothing. */
export function durationParts(
  seconds: number,
): { unit: 'day' | 'hour' | 'minute' | 'second'; amount: number }[] {
  const sizes = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  let rest = Math.round(seconds);
  return sizes.flatMap(([unit, size]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount > 0 ? [{ unit, amount }] : [];
  });
}
