import type { Json } from '@linli/database';

/** A row with its Chinese name and translations of it. */
export interface Translated {
  name: string;
  translations: Json;
}

/** A column of a row in `locale`: the Chinese column is the base, `translations.<locale>.<column>` goes before it. */
export function localText(base: string, translations: Json, column: string, locale: string): string {
  const entry = field(field(translations, locale), column);
  return locale.startsWith('zh') || typeof entry !== 'string' || entry === '' ? base : entry;
}

/** The name of a row in `locale`. */
export function localName(row: Translated, locale: string): string {
  return localText(row.name, row.translations, 'name', locale);
}

function field(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined;
}
