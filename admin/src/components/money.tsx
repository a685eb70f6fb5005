import { moneyParts } from '@linli/ui/money';
import { useLocale } from '../providers/use-text.ts';

type Props = { cents: number; currency: string; signed?: boolean; strong?: boolean };

/** An amount with its currency sign small. `signed` shows a plus before what comes in. */
export function Money({ cents, currency, signed = false, strong = false }: Props) {
  const locale = useLocale();
  const parts = moneyParts(cents, currency, locale);
  const sign = parts.sign === '-' ? '−' : signed && cents > 0 ? '+' : '';
  const mark = <small>{parts.currency}</small>;
  return (
    <span className={strong ? 'money money-strong tabular' : 'money tabular'}>
      {sign}
      {parts.currencyFirst && mark}
      {parts.whole}
      {parts.decimal}
      {parts.fraction}
      {!parts.currencyFirst && mark}
    </span>
  );
}
