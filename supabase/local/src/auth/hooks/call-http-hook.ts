import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AuthFailure } from '../failure.ts';
import { signWebhook } from './sign-webhook.ts';

const ATTEMPTS = 3;
const TIMEOUT_MS = 5_000;
const BACKOFF_MS = 2_000;
const MAX_ANSWER_BYTES = 20 * 1024;

/**
 * Calls an HTTP hook as GoTrue does: signed, 5 s at most, tried again on 429 and 503.
 * @returns the JSON object that the hook answered, `{}` when it answered nothing
 * @throws AuthFailure `hook_timeout`, `hook_timeout_after_retry`, `hook_payload_*`, or the refusal of the hook itself
 */
export async function callHttpHook(
  url: string,
  secrets: string[],
  payload: unknown,
): Promise<Record<string, unknown>> {
  const body = JSON.stringify(payload);
  const id = randomUUID();
  for (let attempt = 1; ; attempt++) {
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = { 'content-type': 'application/json', ...signWebhook(secrets, id, timestamp, body) };
    const response = await send(url, headers, body, attempt);
    const isBusy = response !== undefined && (response.status === 429 || response.status === 503);
    if (response !== undefined && !isBusy) return readAnswer(response);
    if (response !== undefined) await response.body?.cancel();
    if (attempt === ATTEMPTS)
      throw new AuthFailure(422, 'hook_timeout_after_retry', 'Failed to reach hook after maximum retries');
    await pause(BACKOFF_MS);
  }
}

async function send(
  url: string,
  headers: Record<string, string>,
  body: string,
  attempt: number,
): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    if (isTimeout)
      throw new AuthFailure(
        422,
        'hook_timeout',
        `Failed to reach hook within maximum time of ${TIMEOUT_MS / 1000} seconds`,
      );
    if (attempt === ATTEMPTS)
      throw new AuthFailure(422, 'hook_timeout_after_retry', 'Failed to reach hook after maximum retries');
    return undefined;
  }
}

async function readAnswer(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text();
  if (text.length > MAX_ANSWER_BYTES) {
    throw new AuthFailure(
      422,
      'hook_payload_over_size_limit',
      `Payload size exceeded size limit of ${MAX_ANSWER_BYTES} bytes`,
    );
  }
  const answer = parseObject(text);
  const refusal = hookRefusal(answer);
  if (refusal !== undefined) throw refusal;
  if (!response.ok) {
    throw new AuthFailure(
      500,
      'unexpected_failure',
      `Unexpected status code returned from hook: ${response.status}`,
    );
  }
  if (text !== '' && answer === undefined) {
    throw new AuthFailure(
      400,
      'hook_payload_invalid_content_type',
      'Invalid JSON response. Received content-type: ' + (response.headers.get('content-type') ?? ''),
    );
  }
  return answer ?? {};
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** The refusal in a hook's answer, `{"error": {"http_code", "message"}}`, as what the client is told. */
export function hookRefusal(answer: Record<string, unknown> | undefined): AuthFailure | undefined {
  const error = answer?.['error'];
  if (typeof error !== 'object' || error === null) return undefined;
  const status = 'http_code' in error && typeof error.http_code === 'number' ? error.http_code : 500;
  const message =
    'message' in error && typeof error.message === 'string' ? error.message : 'Hook refused the request';
  return new AuthFailure(status, 'unexpected_failure', message);
}
