import { localField } from '../local-name.ts';
import type { AnyRow } from './types.ts';

/** A row's name for people: its label column in the reader's language, else the beginning of its key. */
export function rowLabel(row: AnyRow, label: string, locale: string): string {
  const base = row[label];
  if (typeof base !== 'string' || base === '') {
    const key = Object.values(row)[0];
    return String(base || key || '–').slice(0, 8);
  }
  return localField(base, row['translations'], label, locale);
}
