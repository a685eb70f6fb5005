import { Form } from 'antd';
import { fillText } from '../../lib/fill-text.ts';
import { useText } from '../../providers/use-text.ts';

/** The message as a reader will see it, with sample values. */
export function RulePreview() {
  const text = useText();
  const title = (Form.useWatch('title') as string | undefined) ?? '';
  const body = (Form.useWatch('body') as string | undefined) ?? '';
  if (title === '' && body === '') return null;
  const sample = { number: '261120000128', store: text('rules.sample_store'), total: '38.50' };
  return (
    <figure className="message-preview">
      <figcaption className="muted">{text('rules.preview')}</figcaption>
      <strong>{fillText(title, sample)}</strong>
      <p>{fillText(body, sample)}</p>
    </figure>
  );
}
