import { Form, Input, InputNumber, Select, Switch } from 'antd';
import type { Rule } from 'antd/es/form';
import {
  schemaControl,
  schemaProperties,
  schemaTitle,
  type ObjectSchema,
  type PropertySchema,
} from '../lib/object-schema.ts';
import { useLocale, useText } from '../providers/use-text.ts';
import { JsonField } from './engine/json-field.tsx';

type Props = { schema: ObjectSchema; name: string };

/** Fields for every property of a JSON Schema, held to it while one types; the database checks it again. */
export function SchemaFields({ schema, name }: Props) {
  const text = useText();
  const locale = useLocale();
  const required = new Set(schema.required ?? []);
  const rulesOf = (property: string, part: PropertySchema): Rule[] => [
    ...(required.has(property) ? [{ required: true, message: text('form.required') }] : []),
    ...(part.pattern === undefined
      ? []
      : [{ pattern: new RegExp(part.pattern), message: text('schema.pattern') }]),
    ...(part.minLength === undefined
      ? []
      : [{ min: part.minLength, message: text('schema.shorter', { min: part.minLength }) }]),
  ];
  return (
    <div className="pair">
      {schemaProperties(schema).map(([property, part]) => (
        <Form.Item
          key={property}
          name={[name, property]}
          label={schemaTitle(property, part, locale)}
          tooltip={part['x-translations']?.[locale]?.description ?? part.description}
          rules={rulesOf(property, part)}
          valuePropName={schemaControl(part) === 'switch' ? 'checked' : 'value'}
        >
          {control(part)}
        </Form.Item>
      ))}
    </div>
  );
}

function control(part: PropertySchema) {
  switch (schemaControl(part)) {
    case 'choice':
      return <Select allowClear options={part.enum?.map((value) => ({ value, label: String(value) }))} />;
    case 'switch':
      return <Switch />;
    case 'integer':
    case 'number':
      return (
        <InputNumber
          className="fill"
          min={part.minimum}
          max={part.maximum}
          precision={schemaControl(part) === 'integer' ? 0 : undefined}
        />
      );
    case 'tags':
      return (
        <Select
          mode={part.items?.enum ? 'multiple' : 'tags'}
          options={part.items?.enum?.map((value) => ({ value, label: value }))}
        />
      );
    case 'date':
      return <Input type="date" />;
    case 'long_text':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={part.maxLength} />;
    case 'text':
      return <Input maxLength={part.maxLength} />;
    case 'json':
      return <JsonField />;
  }
}
