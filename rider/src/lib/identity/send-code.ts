import type { LinliClient } from '@linli/database';
import { toDomainError } from '@linli/database';
import { DomainFailure } from '#lib/platform/unwrap.ts';

/** Sends a sign-in code to a phone number in international form; no account is made for strangers. Throws DomainFailure. */
export async function sendCode(client: LinliClient, phone: string): Promise<void> {
  const { error } = await client.auth.signInWithOtp({ phone, options: { shouldCreateUser: false } });
  if (error) throw new DomainFailure(toDomainError(error));
}
