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
