import { localField } from '../lib/local-name.ts';
import { useLocale } from '../providers/use-text.ts';
import { useReasonCodes } from '../queries/platform/use-reason-codes.ts';

/** The words of a reason code; the code itself while they are unknown. */
export function useReasonText(): (code: string) => string {
  const locale = useLocale();
  const rows = useReasonCodes().data ?? [];
  return (code) => {
    const row = rows.find((known) => known.code === code);
    return row ? localField(row.label, row.translations, 'label', locale) : code;
  };
}
