import { Form, Input } from 'antd';
import type { Labels } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';

type Props = { label: string; value: Labels | undefined; onChange: (next: Labels | undefined) => void };

/** One text in both languages. */
export function LabelInputs({ label, value, onChange }: Props) {
  const text = useText();
  const set = (locale: keyof Labels, written: string): void => {
    const next = Object.fromEntries(
      Object.entries({ ...value, [locale]: written }).filter(([, one]) => one !== ''),
    ) as Labels;
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <div className="pair">
      <Form.Item label={text('design.in_chinese', { label })}>
        <Input
          maxLength={200}
          aria-label={text('design.in_chinese', { label })}
          value={value?.['zh-CN'] ?? ''}
          onChange={(event) => set('zh-CN', event.target.value)}
        />
      </Form.Item>
      <Form.Item label={text('design.in_english', { label })}>
        <Input
          maxLength={200}
          lang="en"
          aria-label={text('design.in_english', { label })}
          value={value?.en ?? ''}
          onChange={(event) => set('en', event.target.value)}
        />
      </Form.Item>
    </div>
  );
}
