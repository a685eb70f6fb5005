import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useWords } from '../../../components/engine/use-words.ts';
import type { Resource } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { columnTypes, type NewColumn } from '../../../queries/engine/use-create-resource.ts';

type Props = { place: number; resources: readonly Resource[]; onRemove: (() => void) | undefined };

/** What ends a column's name, so that every screen knows its kind. */
const endings: Partial<Record<NewColumn['type'], string>> = {
  money: '_cents',
  image: '_path',
  reference: '_id',
};

/** One column of a new table. */
export function NewColumnFields({ place, resources, onRemove }: Props) {
  const text = useText();
  const words = useWords();
  const form = Form.useFormInstance<{ columns: NewColumn[] }>();
  const type = Form.useWatch(['columns', place, 'type'], form) as NewColumn['type'] | undefined;
  const ending = type && endings[type];
  return (
    <div className="column-line">
      <Form.Item
        name={[place, 'name']}
        label={text('data.column_name')}
        rules={[
          {
            required: true,
            pattern: new RegExp(`^[a-z][a-z0-9_]{0,30}${ending ?? ''}$`),
            message: ending ? text('data.column_rule', { ending }) : text('data.name_rule'),
          },
        ]}
      >
        <Input spellCheck={false} placeholder={ending ? `…${ending}` : undefined} />
      </Form.Item>
      <Form.Item name={[place, 'type']} label={text('data.type')}>
        <Select
          options={columnTypes.map((one) => ({ value: one, label: text(`data.column_type.${one}`) }))}
        />
      </Form.Item>
      {type === 'choice' && (
        <Form.Item
          name={[place, 'choices']}
          label={text('data.choices')}
          rules={[{ required: true, message: text('data.choices_rule') }]}
        >
          <Select mode="tags" tokenSeparators={[',', ' ']} open={false} />
        </Form.Item>
      )}
      {type === 'reference' && (
        <Form.Item name={[place, 'references']} label={text('data.points_to')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={resources
              .filter(({ kind, primary_key }) => kind === 'table' && primary_key.length === 1)
              .map(({ name, custom_labels }) => ({
                value: name,
                label: words.resource(name, custom_labels),
              }))}
          />
        </Form.Item>
      )}
      <Form.Item name={[place, 'is_required']} valuePropName="checked" label={text('data.must')}>
        <Checkbox aria-label={text('data.must')} />
      </Form.Item>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={text('action.delete')}
        disabled={!onRemove}
        onClick={onRemove}
      />
    </div>
  );
}
