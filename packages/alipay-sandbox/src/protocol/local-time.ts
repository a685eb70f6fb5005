import { chinaTime } from '@linli/sandbox-kit';

/** Beijing time as Alipay writes it: `2026-11-22 20:00:00`. */
export function localTime(at: Date): string {
  return chinaTime(at).slice(0, 19).replace('T', ' ');
}

/** The instant of such a text; null for anything else. */
export function instantOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
  return new Date(`${text.replace(' ', 'T')}+08:00`);
}
