const formats = new Map<string, Intl.DateTimeFormat>();

/** The formatter of these options, made once: making one costs as much as hundreds of its answers. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
