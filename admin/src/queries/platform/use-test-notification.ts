import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type TestMessage = {
  channel: string;
  template: string;
  title: string;
  body: string;
  params: Record<string, string>;
  phone: string;
  key: string;
};

/** Sends a wording with sample values on its usual way. Errors are left to the caller. */
export function useTestNotification() {
  const client = useClient();
  return useMutation({
    mutationFn: ({ channel, template, title, body, params, phone, key }: TestMessage) =>
      run(
        client.rpc('send_test_notification', {
          p_channel: channel,
          p_template: template,
          p_title: title,
          p_body: body,
          p_params: params,
          p_idempotency_key: key,
          p_phone: phone === '' ? undefined : phone,
        }),
      ),
  });
}
