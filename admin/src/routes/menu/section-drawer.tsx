import { Form, Select } from 'antd';
import { NameFields } from '../../components/name-fields.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { DaypartRow } from '../../queries/catalog/use-dayparts.ts';
import type { SectionRow } from '../../queries/catalog/use-menu.ts';

type Values = { name: string; translations?: unknown; daypart_id?: string | null };
type Props = {
  storeId: string;
  section: SectionRow | 'new' | undefined;
  dayparts: readonly DaypartRow[];
  nextOrder: number;
  onClose: () => void;
};

/** Names a section of the menu. */
export function SectionDrawer({ storeId, section, dayparts, nextOrder, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const { save, remove } = useSaveRecord('menu_sections');
  const row = section === 'new' ? undefined : section;
  const initial: Partial<Values> = {
    name: row?.name,
    translations: row?.translations,
    daypart_id: row?.daypart_id,
  };
  return (
    <RecordDrawer<Values>
      open={section !== undefined}
      title={text(row ? 'menu.edit_section' : 'menu.new_section')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={({ name, translations, daypart_id }) => {
        const values = {
          name: name.trim(),
          translations: cleanTranslations(translations),
          daypart_id: daypart_id ?? null,
        };
        return row ? save(values, row.id) : save({ ...values, store_id: storeId, sort_order: nextOrder });
      }}
      onDelete={row && (() => remove(row.id))}
      deleteQuestion={text('menu.delete_section')}
      testId="section-drawer"
    >
      {() => (
        <>
          <NameFields max={40} />
          <Form.Item name="daypart_id" label={text('dayparts.of_section')}>
            <Select
              allowClear
              placeholder={text('dayparts.always')}
              options={dayparts.map((one) => ({ value: one.id, label: localName(one, locale) }))}
            />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
