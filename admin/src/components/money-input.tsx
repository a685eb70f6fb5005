import { Input, type InputProps } from 'antd';
import { useState } from 'react';
import { currencyDigits, moneyText, parseMoneyText } from '../lib/money-text.ts';
import { moneyParts } from '@linli/ui/money';
import { useLocale } from '../providers/use-text.ts';

type Props = Omit<InputProps, 'value' | 'onChange' | 'defaultValue'> & {
  currency: string;
  /** Minor units; `null` or `undefined` is an empty field. */
  value?: number | null;
  onChange?: (value: number | null) => void;
};

/** An amount typed in currency units and kept in integer minor units. What is no amount is kept as text and marked. */
export function MoneyInput({ currency, value, onChange, ...rest }: Props) {
  const locale = useLocale();
  const digits = currencyDigits(currency);
  const shown = value === null || value === undefined ? '' : moneyText(value, digits);
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const isWrong = draft !== undefined && draft.trim() !== '' && parseMoneyText(draft, digits) === undefined;
  return (
    <Input
      {...rest}
      className="money-input"
      inputMode="decimal"
      autoComplete="off"
      prefix={<span aria-hidden="true">{moneyParts(0, currency, locale).currency}</span>}
      status={isWrong ? 'error' : rest.status}
      value={draft ?? shown}
      onChange={(event) => {
        const typed = event.target.value;
        setDraft(typed);
        onChange?.(parseMoneyText(typed, digits) ?? null);
      }}
      onBlur={(event) => {
        if (!isWrong) setDraft(undefined);
        rest.onBlur?.(event);
      }}
    />
  );
}
