/** Anything with a name in the base language and translations beside it. */
export type Named = { name: string; translations?: unknown };

/** A field in the reader's language: the base column, or its translation where there is one. */
export function localField(base: string, translations: unknown, field: string, locale: string): string {
  if (locale.startsWith('zh')) return base;
  const translated = (translations as Record<string, Record<string, unknown>> | null)?.['en']?.[field];
  return typeof translated === 'string' && translated !== '' ? translated : base;
}

/** The name in the reader's language. */
export function localName(row: Named, locale: string): string {
  return localField(row.name, row.translations, 'name', locale);
}
