import type { TomlTable } from 'smol-toml';

const UNIT_SECONDS: Record<string, number> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** A text setting; anything that is not text counts as not set. */
export function textOf(table: TomlTable, key: string, otherwise = ''): string {
  const value = table[key];
  return typeof value === 'string' ? value : otherwise;
}

/** A yes/no setting; `"true"` and `"false"` (from `env()`) count too. */
export function flagOf(table: TomlTable, key: string, otherwise: boolean): boolean {
  const value = table[key];
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : otherwise;
}

/** A number setting; numeric text (from `env()`) counts too. */
export function numberOf(table: TomlTable, key: string, otherwise: number): number {
  const value = table[key];
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' && value !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : otherwise;
}

/** A setting written as a Go duration, in seconds. */
export function secondsOf(table: TomlTable, key: string, otherwise: number): number {
  return parseDuration(textOf(table, key)) ?? otherwise;
}

/** Seconds of a Go duration such as `1h30m`, `60s` or `10ms`; undefined when it is not one. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)) {
    seconds += Number(amount) * (UNIT_SECONDS[unit ?? ''] ?? 0);
  }
  return seconds;
}
