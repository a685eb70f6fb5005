import type { DomainError } from '@linli/database';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Message = (params?: Record<string, string>) => string;

function find(key: string): Message | undefined {
  const all: Record<string, unknown> = m;
  const message = all[key];
  return typeof message === 'function' ? (message as Message) : undefined;
}

/** The text of a key that is only known at run time, such as `order_status.placed`; the key itself if unknown. */
export function textOf(key: string, params: Record<string, string> = {}): string {
  return find(key)?.(params) ?? key;
}

/** An error in words. `detail` fills the parameters of the text. */
export function errorText(error: DomainError): string {
  const params = Object.fromEntries(Object.entries(error.detail).map(([key, value]) => [key, String(value)]));
  return (find(`error.${error.key}`) ?? find('error.platform.unknown'))?.(params) ?? error.key;
}

/** A field of a row in the reader's language; the row's own value is Chinese. */
export function translated<F extends string>(
  row: Readonly<Record<F, string>> & { readonly translations?: unknown },
  field: F,
): string {
  const locale = getLocale();
  if (locale === 'zh-CN') return row[field];
  const byLocale = row.translations as
    Record<string, Record<string, string | undefined> | undefined> | null | undefined;
  return byLocale?.[locale]?.[field] || row[field];
}

/** The name of a row in the reader's language. */
export function nameOf(row: { readonly name: string; readonly translations?: unknown }): string {
  return translated(row, 'name');
}
