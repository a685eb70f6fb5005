import { formatMoney } from '@linli/ui/money';
import { formatExactTime } from '@linli/ui/relative-time';
import type { Difference } from '../../lib/versions/diff-content.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useWords } from '../engine/use-words.ts';
import type { DiffLine } from './diff-list.tsx';

/** The words for one value of a content; `undefined` leaves it to its type. */
export type ShowPart = (path: readonly string[], value: unknown) => string | undefined;

/** Differences as lines that people read: names of columns, amounts, times, yes and no. */
export function useDiffText(currency: string, show?: ShowPart): (found: readonly Difference[]) => DiffLine[] {
  const text = useText();
  const locale = useLocale();
  const words = useWords();
  const shown = (path: readonly string[], value: unknown): string | undefined => {
    const special = show?.(path, value);
    if (special !== undefined) return special;
    const last = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'boolean') return text(value ? 'data.yes' : 'data.no');
    if (typeof value === 'number' && last.endsWith('_cents'))
      return formatMoney(value, currency, locale, { trimZeros: true });
    if (typeof value === 'number' && last.endsWith('_bps')) return `${value / 100}%`;
    if (typeof value === 'string' && last.endsWith('_at') && value.includes('T'))
      return formatExactTime(new Date(value), locale);
    if (typeof value === 'string' && /^[a-z_]+$/.test(value)) return words.value(value);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return (found) =>
    found.map(({ path, before, after }) => ({
      key: path.join('.'),
      name: path
        .map((part) => (/^\d+$/.test(part) ? `#${Number(part) + 1}` : words.column(part)))
        .join(' · '),
      before: shown(path, before),
      after: shown(path, after),
    }));
}
