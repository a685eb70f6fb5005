import type { NotificationAnswer } from './notifier.ts';

const timeoutMs = 5000;

/** Posts `body` to a merchant. Never throws: a failed connection is an answer that is not accepted. */
export async function postNotification(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  isAccepted: (status: number, text: string) => boolean,
): Promise<NotificationAnswer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    const text = (await response.text()).slice(0, 200);
    return { accepted: isAccepted(response.status, text), text: `${response.status} ${text}`.trim() };
  } catch (error) {
    return { accepted: false, text: error instanceof Error ? error.message : String(error) };
  }
}
