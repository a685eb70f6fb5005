import { randomInt } from 'node:crypto';

/** `count` random decimal digits. */
export function digits(count: number): string {
  return Array.from({ length: count }, () => String(randomInt(10))).join('');
}
