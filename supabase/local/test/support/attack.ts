import assert from 'node:assert/strict';
import type { AuthPlatform } from './auth-platform.ts';

/** The settings under which attacks are tried: confirmations and pauses as in production. */
export const STRICT_CONFIG = `
[auth.email]
enable_confirmations = true
max_frequency = "60s"
[auth.sms]
enabled = true
enable_confirmations = true
max_frequency = "60s"
`;

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** One user who is attacked: e-mail and phone confirmed. */
export const VICTIM = { email: 'victim@example.com', phone: '+8613700000001', password: 'long enough' };

export async function addVictim(platform: AuthPlatform): Promise<void> {
  const { error } = await platform
    .admin()
    .auth.admin.createUser({ ...VICTIM, email_confirm: true, phone_confirm: true });
  assert.equal(error, null);
}

/** A request without a client library, with the publishable key unless told otherwise. */
export async function post(
  platform: AuthPlatform,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${platform.url}/auth/v1/${path}`, {
    method: 'POST',
    headers: { apikey: platform.keys.publishableKey, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}
