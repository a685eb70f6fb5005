import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useTestNotification } from '../../queries/platform/use-test-notification.ts';

type Watched = { channel?: string; template?: string; title?: string; body?: string };

/** Sends the words as they stand, with sample values: in the app to oneself, by SMS to a number. */
export function TestSend() {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { channel, template, title, body } = (Form.useWatch((values: Watched) => values) ?? {}) as Watched;
  const [phone, setPhone] = useState('');
  const { mutate, isPending } = useTestNotification();
  if (!channel || !template || !title || !body) return null;
  const params = {
    number: '261120000128',
    store: text('rules.sample_store'),
    total: '38.50',
    product: text('rules.sample_product'),
    left: '3',
  };
  return (
    <div className="panel-row message-test">
      {channel === 'sms' && (
        <label className="panel-field">
          {text('field.phone')}
          <Input type="tel" value={phone} onChange={(event) => setPhone(event.target.value)} />
        </label>
      )}
      <Button
        loading={isPending}
        data-testid="rule-test"
        onClick={() =>
          mutate(
            { channel, template, title, body, params, phone, key: crypto.randomUUID() },
            {
              onSuccess: () => void message.success(text('rules.test_sent')),
              onError: (error) => void message.error(errorText(error)),
            },
          )
        }
      >
        {text('rules.test')}
      </Button>
    </div>
  );
}
