import type { LinliClient } from '@linli/database';
import { toDomainError } from '@linli/database';
import { DomainFailure } from '#lib/platform/unwrap.ts';

/** Signs in by the code that a phone received. Throws DomainFailure. */
export async function verifyCode(client: LinliClient, phone: string, token: string): Promise<void> {
  const { error } = await client.auth.verifyOtp({ phone, token, type: 'sms' });
  if (error) throw new DomainFailure(toDomainError(error));
}
