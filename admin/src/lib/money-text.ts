/**
 * Reads an amount that a person typed, e.g. `12`, `12.5`, `1,280.00`, `¥12`, full-width digits included.
 * Answers integer minor units; `undefined` when the text is no amount or has more decimals than `digits`.
 */
export function parseMoneyText(text: string, digits = 2): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥$€£]/g, '')
    .replace('。', '.');
  const match = /^(\d{1,10})(?:\.(\d*))?$/.exec(plain);
  if (match === null) return undefined;
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return undefined;
  return Number(match[1]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || '0');
}

/** Minor units as the text a money field shows: `1250` → `12.50`, `1200` → `12`. */
export function moneyText(minorUnits: number, digits = 2): string {
  const sign = minorUnits < 0 ? '-' : '';
  const absolute = Math.abs(Math.trunc(minorUnits));
  const scale = 10 ** digits;
  const fraction = String(absolute % scale).padStart(digits, '0');
  const whole = String(Math.trunc(absolute / scale));
  return digits === 0 || Number(fraction) === 0 ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** How many decimals a currency has, e.g. 2 for CNY and EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
