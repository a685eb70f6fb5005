import { useMemo } from 'react';
import { NameFields } from '../../components/name-fields.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { useText } from '../../providers/use-text.ts';
import type { SectionRow } from '../../queries/catalog/use-menu.ts';

type Values = { name: string; translations?: unknown };
type Props = {
  storeId: string;
  section: SectionRow | 'new' | undefined;
  nextOrder: number;
  onClose: () => void;
};

/** Names a section of the menu. */
export function SectionDrawer({ storeId, section, nextOrder, onClose }: Props) {
  const text = useText();
  const { save, remove } = useSaveRecord('menu_sections');
  const row = section === 'new' ? undefined : section;
  const initial = useMemo(
    (): Partial<Values> => ({ name: row?.name, translations: row?.translations }),
    [row],
  );
  return (
    <RecordDrawer<Values>
      open={section !== undefined}
      title={text(row ? 'menu.edit_section' : 'menu.new_section')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={({ name, translations }) => {
        const values = { name: name.trim(), translations: cleanTranslations(translations) };
        return row ? save(values, row.id) : save({ ...values, store_id: storeId, sort_order: nextOrder });
      }}
      onDelete={row && (() => remove(row.id))}
      deleteQuestion={text('menu.delete_section')}
      testId="section-drawer"
    >
      {() => <NameFields max={40} />}
    </RecordDrawer>
  );
}
