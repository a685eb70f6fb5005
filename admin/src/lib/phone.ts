/**
 * A phone number as the auth server wants it (E.164). A bare Chinese mobile number gets +86.
 * Answers `undefined` when it cannot be a phone number.
 */
export function normalizePhone(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^00/, '+');
  if (/^1[3-9]\d{9}$/.test(plain)) return `+86${plain}`;
  return /^\+[1-9]\d{6,14}$/.test(plain) ? plain : undefined;
}
