export type MoneyParts = {
  /** '-' for a negative amount, else ''. */
  sign: '' | '-';
  /** The currency sign, e.g. '¥' or '€'. */
  currency: string;
  /** Whether the currency sign stands before the number in this locale. */
  currencyFirst: boolean;
  /** Whole units with the locale's grouping, e.g. '1,280'. */
  whole: string;
  /** The locale's decimal mark, or '' when there is no fraction to show. */
  decimal: string;
  /** Minor digits, or '' when the amount is whole and `trimZeros` was asked. */
  fraction: string;
};

export type MoneyOptions = { /** Leave out '.00' on whole amounts. */ trimZeros?: boolean };

/**
 * Splits an integer amount of minor units (cents, fen) into parts, so the currency sign can be set small
 * and the whole part large. Throws `RangeError` when the amount is not an integer.
 */
export function moneyParts(
  minorUnits: number | bigint,
  currency: string,
  locale: string,
  options: MoneyOptions = {},
): MoneyParts {
  if (typeof minorUnits === 'number' && !Number.isInteger(minorUnits)) {
    throw new RangeError(`a money amount must be an integer of minor units, got ${minorUnits}`);
  }
  const format = formatter(currency, locale);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = BigInt(minorUnits);
  const absolute = amount < 0n ? -amount : amount;
  const scale = 10n ** BigInt(digits);
  const parts = format.formatToParts(absolute / scale);
  const find = (kind: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === kind)?.value ?? '';
  const fraction = digits === 0 ? '' : (absolute % scale).toString().padStart(digits, '0');
  const hideFraction = fraction === '' || (options.trimZeros === true && /^0+$/.test(fraction));
  return {
    sign: amount < 0n ? '-' : '',
    currency: find('currency'),
    currencyFirst:
      parts.findIndex((part) => part.type === 'currency') <
      parts.findIndex((part) => part.type === 'integer'),
    whole: parts
      .filter((part) => part.type === 'integer' || part.type === 'group')
      .map((part) => part.value)
      .join(''),
    decimal: hideFraction ? '' : find('decimal'),
    fraction: hideFraction ? '' : fraction,
  };
}

/** The amount as one string, e.g. `¥12.50`, `-€3.00`, `3,00 €`. */
export function formatMoney(
  minorUnits: number | bigint,
  currency: string,
  locale: string,
  options: MoneyOptions = {},
): string {
  const parts = moneyParts(minorUnits, currency, locale, options);
  const number = `${parts.whole}${parts.decimal}${parts.fraction}`;
  return parts.currencyFirst
    ? `${parts.sign}${parts.currency}${number}`
    : `${parts.sign}${number}\u00a0${parts.currency}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, locale: string): Intl.NumberFormat {
  const key = `${currency} ${locale}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const created = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  formatters.set(key, created);
  return created;
}
