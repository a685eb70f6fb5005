import { useText } from '../../providers/use-text.ts';
import { useTranslation } from 'react-i18next';
import { humanize } from '../../lib/engine/humanize.ts';

/** The words of a kind of licence; kinds that ops invented show their name. */
export function useLicenseKind(): (kind: string) => string {
  const text = useText();
  const { i18n } = useTranslation();
  return (kind) =>
    i18n.exists(`license_kind.${kind}`) ? text(`license_kind.${kind as 'food_permit'}`) : humanize(kind);
}
