import { Form, Input } from 'antd';
import { useText } from '../providers/use-text.ts';

type Props = { max: number; label?: string };

/** The name in the base language and in English. */
export function NameFields({ max, label }: Props) {
  const text = useText();
  return (
    <div className="pair">
      <Form.Item
        name="name"
        label={label ?? text('field.name')}
        rules={[{ required: true, whitespace: true, max, message: text('form.length', { max }) }]}
      >
        <Input maxLength={max} data-testid="field-name" />
      </Form.Item>
      <Form.Item name={['translations', 'en', 'name']} label={text('field.name_en')}>
        <Input maxLength={max} lang="en" data-testid="field-name-en" />
      </Form.Item>
    </div>
  );
}
