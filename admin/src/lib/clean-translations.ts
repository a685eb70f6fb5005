type Translations = Record<string, Record<string, string>>;

/** Translations as they are stored: trimmed, without empty texts and without empty languages. */
export function cleanTranslations(value: unknown): Translations {
  const result: Translations = {};
  if (typeof value !== 'object' || value === null) return result;
  for (const [locale, fields] of Object.entries(value)) {
    if (typeof fields !== 'object' || fields === null) continue;
    const kept = Object.entries(fields as Record<string, unknown>).flatMap(([field, text]) =>
      typeof text === 'string' && text.trim() !== '' ? [[field, text.trim()] as const] : [],
    );
    if (kept.length > 0) result[locale] = Object.fromEntries(kept);
  }
  return result;
}
