/** The number as the carrier wants it: 11 digits for mainland China, country code and number for others. */
export function carrierPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return /^86(1\d{10})$/.exec(digits)?.[1] ?? digits;
}
