import type { WechatPayCredentials } from '../credentials/ensure-wechat-pay-credentials.ts';
import { platformSignature, type PlatformKey } from '../protocol/platform-signature.ts';
import type { Notification } from '../state/types.ts';

const timeoutMs = 5000;

/** Posts a notification with a fresh signature. Never throws: a failed connection is an answer that is not accepted. */
export async function postNotification(
  notification: Notification,
  credentials: WechatPayCredentials,
  key: PlatformKey,
): Promise<{ accepted: boolean; text: string }> {
  try {
    const response = await fetch(notification.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mozilla/4.0',
        ...platformSignature(notification.body, credentials, key),
      },
      body: notification.body,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'manual',
    });
    const text = (await response.text()).slice(0, 200);
    return {
      accepted: response.status === 200 || response.status === 204,
      text: `${response.status} ${text}`.trim(),
    };
  } catch (error) {
    return { accepted: false, text: error instanceof Error ? error.message : String(error) };
  }
}
