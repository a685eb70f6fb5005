import { formatMoney } from '@linli/ui/money';
import { useWorkspace } from '../../app/workspace.ts';
import { durationParts, settingText, settingUnit } from '../../lib/setting-value.ts';
import { useLocale, useText } from '../../providers/use-text.ts';

/** The value of a parameter as people read it: 5 minutes, ¥2,000, 50%. */
export function useSettingText(): (key: string, value: unknown) => string {
  const text = useText();
  const locale = useLocale();
  const currency = useWorkspace().city?.currency ?? 'CNY';
  return (key, value) => {
    if (typeof value !== 'number') return settingText(value);
    const unit = settingUnit(key);
    if (unit === 'cents') return formatMoney(value, currency, locale, { trimZeros: true });
    if (unit === 'bps') return `${value / 100}%`;
    if (unit === 'count') return String(value);
    if (unit !== 'seconds') return text(`setting_unit.${unit}_of`, { amount: value });
    const parts = durationParts(value).map(({ unit: part, amount }) => text(`duration.${part}`, { amount }));
    return parts.length === 0 ? text('duration.second', { amount: 0 }) : parts.join(' ');
  };
}
