import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { RecordDrawer } from '../../../components/record-drawer.tsx';
import { fieldSchema, fieldTypes, type FieldType } from '../../../lib/engine/field-schema.ts';
import type { CustomField, Labels } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { useSaveField } from '../../../queries/engine/use-save-field.ts';

type Values = {
  key: string;
  labels: Labels;
  type: FieldType;
  choices?: string[];
  minimum?: number;
  maximum?: number;
  is_required: boolean;
  is_internal: boolean;
};
type Props = { open: boolean; resource: string; onClose: () => void; onMade: (field: CustomField) => void };

const initial: Partial<Values> = { type: 'text', is_internal: true, is_required: false };

/** Adds a field to a resource without a deploy. */
export function NewFieldDrawer({ open, resource, onClose, onMade }: Props) {
  const text = useText();
  const save = useSaveField(resource);
  return (
    <RecordDrawer<Values>
      open={open}
      title={text('design.new_field')}
      initialValues={initial}
      onClose={onClose}
      testId="new-field-form"
      onSubmit={async (values) => {
        const field: CustomField = { ...values, help: {}, schema: fieldSchema(values) };
        await save(field);
        onMade(field);
      }}
    >
      {(form) => (
        <>
          <div className="pair">
            <Form.Item
              name={['labels', 'zh-CN']}
              label={text('data.label_zh')}
              rules={[{ required: true, max: 40 }]}
            >
              <Input data-testid="field-label-zh" />
            </Form.Item>
            <Form.Item
              name={['labels', 'en']}
              label={text('data.label_en')}
              rules={[{ required: true, max: 40 }]}
            >
              <Input lang="en" data-testid="field-label-en" />
            </Form.Item>
          </div>
          <Form.Item
            name="key"
            label={text('data.column_name')}
            extra={text('design.key_rule')}
            rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: text('design.key_rule') }]}
          >
            <Input spellCheck={false} data-testid="field-key" />
          </Form.Item>
          <Form.Item name="type" label={text('data.type')}>
            <Select
              options={fieldTypes.map((type) => ({ value: type, label: text(`field_type.${type}`) }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before, after) => before.type !== after.type}>
            {() => <TypeFields type={form.getFieldValue('type') as FieldType} />}
          </Form.Item>
          <Form.Item
            name="is_internal"
            label={text('design.is_internal')}
            extra={text('design.is_internal_hint')}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
          <Form.Item name="is_required" label={text('data.must')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}

function TypeFields({ type }: { type: FieldType }) {
  const text = useText();
  if (type === 'choice') {
    return (
      <Form.Item
        name="choices"
        label={text('data.choices')}
        rules={[{ required: true, message: text('data.choices_rule') }]}
      >
        <Select mode="tags" open={false} tokenSeparators={[',']} />
      </Form.Item>
    );
  }
  if (type !== 'integer' && type !== 'number') return null;
  return (
    <div className="pair">
      <Form.Item name="minimum" label={text('design.minimum')}>
        <InputNumber className="fill" />
      </Form.Item>
      <Form.Item name="maximum" label={text('design.maximum')}>
        <InputNumber className="fill" />
      </Form.Item>
    </div>
  );
}
