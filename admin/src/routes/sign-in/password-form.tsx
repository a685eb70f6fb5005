import { Alert, Button, Form, Input } from 'antd';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useSignIn } from './use-sign-in.ts';

type Values = { email: string; password: string };

/** E-mail and password. */
export function PasswordForm({ prefill }: { prefill?: Values }) {
  const text = useText();
  const errorText = useErrorText();
  const { signIn, busy, error } = useSignIn();
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={prefill}
      onFinish={signIn}
      size="large"
    >
      {error !== undefined && (
        <Alert type="error" showIcon title={errorText(error)} data-testid="sign-in-error" />
      )}
      <Form.Item
        name="email"
        label={text('field.email')}
        rules={[{ required: true, type: 'email', message: text('sign_in.email_invalid') }]}
      >
        <Input type="email" autoComplete="username" data-testid="sign-in-email" />
      </Form.Item>
      <Form.Item
        name="password"
        label={text('field.password')}
        rules={[{ required: true, message: text('sign_in.password_missing') }]}
      >
        <Input.Password autoComplete="current-password" data-testid="sign-in-password" />
      </Form.Item>
      <Button block type="primary" htmlType="submit" loading={busy} data-testid="sign-in-submit">
        {text('sign_in.submit')}
      </Button>
    </Form>
  );
}
