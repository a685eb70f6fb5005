/** [Chinese, English, price in cents, French when the town speaks it]. */
export type OptionSpec = readonly [name: string, english: string, priceCents?: number, french?: string];
export type OptionGroupSpec = {
  name: string;
  english: string;
  french?: string;
  min: number;
  max: number;
  options: readonly OptionSpec[];
};

/** Exactly one of the options. */
export const one = (
  name: string,
  english: string,
  options: readonly OptionSpec[],
  french?: string,
): OptionGroupSpec => ({ name, english, french, min: 1, max: 1, options });
/** Up to `max` of the options. */
export const some = (
  name: string,
  english: string,
  max: number,
  options: readonly OptionSpec[],
  french?: string,
): OptionGroupSpec => ({ name, english, french, min: 0, max, options });
