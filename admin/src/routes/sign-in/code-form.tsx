import { Alert, Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useClient } from '../../app/services.ts';
import { asAppError } from '../../lib/app-error.ts';
import { normalizePhone } from '../../lib/phone.ts';
import { useNow } from '../../live/use-now.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useSignIn } from './use-sign-in.ts';

type Values = { phone: string; token: string };

const againAfter = 60_000;

/** Phone number and the code sent to it. Only people known to the platform get in; nobody is registered here. */
export function CodeForm() {
  const text = useText();
  const errorText = useErrorText();
  const client = useClient();
  const now = useNow(1000);
  const [form] = Form.useForm<Values>();
  const [sentAt, setSentAt] = useState<number | undefined>(undefined);
  const [sending, setSending] = useState(false);
  const [sendError, setSendError] = useState<unknown>(undefined);
  const { signIn, busy, error } = useSignIn();
  const wait = sentAt === undefined ? 0 : Math.max(0, Math.ceil((sentAt + againAfter - now) / 1000));
  const shownError = sendError ?? error;

  const send = async (): Promise<void> => {
    const { phone } = await form.validateFields(['phone']);
    setSending(true);
    setSendError(undefined);
    const { error: failure } = await client.auth.signInWithOtp({
      phone: normalizePhone(phone) ?? phone,
      options: { shouldCreateUser: false },
    });
    setSending(false);
    if (!failure) return setSentAt(Date.now());
    const known = ['otp_disabled', 'user_not_found', 'signup_disabled'].includes(failure.code ?? '');
    setSendError(known ? { key: 'sign_in.phone_unknown' } : asAppError(failure));
  };

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      size="large"
      onFinish={({ phone, token }) => signIn({ phone: normalizePhone(phone) ?? phone, token: token.trim() })}
    >
      {shownError !== undefined && (
        <Alert type="error" showIcon title={errorText(shownError)} data-testid="sign-in-error" />
      )}
      <Form.Item
        name="phone"
        label={text('field.phone')}
        rules={[
          {
            validator: (_rule, value: string | undefined) =>
              normalizePhone(value ?? '')
                ? Promise.resolve()
                : Promise.reject(new Error(text('sign_in.phone_invalid'))),
          },
        ]}
      >
        <Input type="tel" inputMode="tel" autoComplete="tel" data-testid="sign-in-phone" />
      </Form.Item>
      <Form.Item label={text('field.code')} htmlFor="sign-in-code" required={false}>
        <Space.Compact block>
          <Form.Item name="token" noStyle rules={[{ required: true, message: text('sign_in.code_missing') }]}>
            <Input
              id="sign-in-code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
              data-testid="sign-in-code"
            />
          </Form.Item>
          <Button
            onClick={() => void send().catch(() => undefined)}
            loading={sending}
            disabled={wait > 0}
            data-testid="send-code"
          >
            {wait > 0 ? text('sign_in.send_again', { seconds: wait }) : text('sign_in.send_code')}
          </Button>
        </Space.Compact>
      </Form.Item>
      <Button block type="primary" htmlType="submit" loading={busy} data-testid="sign-in-submit">
        {text('sign_in.submit')}
      </Button>
    </Form>
  );
}
