import { Form, Input, Switch } from 'antd';
import { LogicField } from '../../components/logic/logic-field.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useMay } from '../../components/use-may.ts';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localName } from '../../lib/local-name.ts';
import { checkLogic } from '../../lib/logic/check-logic.ts';
import { parseLogic } from '../../lib/logic/parse-logic.ts';
import type { Fact } from '../../lib/logic/types.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { SegmentRow } from '../../queries/member/use-segments.ts';
import { SegmentPreview } from './segment-preview.tsx';

type Values = Pick<SegmentRow, 'name' | 'slug' | 'is_active'> & {
  translations?: unknown;
  conditions: unknown;
};
type Props = {
  city: CityRow;
  facts: readonly Fact[];
  segment: SegmentRow | 'new' | undefined;
  onClose: () => void;
};

/** Says by a rule who belongs to a segment, and shows at once how many and who they are. */
export function SegmentDrawer({ city, facts, segment, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const may = useMay('segments', 'edit');
  const { save, remove } = useSaveRecord('segments');
  const row = segment === 'new' ? undefined : segment;
  const initial: Partial<Values> = { conditions: true, is_active: true, ...row };
  const submit = (values: Values): Promise<unknown> => {
    const written = {
      name: values.name.trim(),
      translations: cleanTranslations(values.translations),
      conditions: values.conditions,
      is_active: values.is_active,
    };
    return row ? save(written, row.id) : save({ ...written, slug: values.slug });
  };
  return (
    <RecordDrawer<Values>
      open={segment !== undefined && facts.length > 0}
      width={760}
      title={row ? localName(row, locale) : text('segments.new')}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
      readOnly={!may}
      onDelete={row && (() => remove(row.id))}
      deleteQuestion={text('segments.delete')}
      testId="segment-drawer"
    >
      {() => (
        <>
          <NameFields max={40} />
          <Form.Item
            name="slug"
            label={text('segments.code')}
            extra={text('segments.code_hint')}
            rules={[
              { required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: text('segments.code_hint') },
            ]}
          >
            <Input maxLength={40} spellCheck={false} disabled={row !== undefined} data-testid="field-slug" />
          </Form.Item>
          <Form.Item
            name="conditions"
            label={text('segments.rule')}
            rules={[
              {
                validator: (_rule, rule: unknown) =>
                  checkLogic(parseLogic(rule, facts)).length === 0
                    ? Promise.resolve()
                    : Promise.reject(new Error(text('segments.rule_unfinished'))),
              },
            ]}
          >
            <LogicField
              facts={facts}
              currency={city.currency}
              whenEmpty={text('content.everyone')}
              isReadOnly={!may}
            />
          </Form.Item>
          {may && <SegmentPreview facts={facts} currency={city.currency} />}
          <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
