/** How many digits a voucher's code has. */
export const voucherDigits = 12;

/** The digits of what was typed, pasted or scanned: full-width ones count, blanks and dashes do not. */
export function voucherDigitsOf(input: string): string {
  return input.normalize('NFKC').replaceAll(/\D/g, '');
}

/** A code in groups of four, as people read it aloud. */
export function spacedCode(digits: string): string {
  return digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
}
