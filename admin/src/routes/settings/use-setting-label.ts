import type { Tables } from '@linli/database';
import { useTranslation } from 'react-i18next';

/** What a parameter means, in the reader's language; its stored description where there are no words yet. */
export function useSettingLabel(): (row: Tables<'settings'>) => string {
  const { t, i18n } = useTranslation();
  return (row) => {
    const key = `setting.${row.key}`;
    return i18n.exists(key) ? t(key) : row.description || row.key;
  };
}
