import type { LinliClient } from '@linli/database';
import { toDomainError } from '@linli/database';
import { DomainFailure } from '#lib/platform/unwrap.ts';

/** Signs in by e-mail and password. Throws DomainFailure. */
export async function signInWithPassword(
  client: LinliClient,
  email: string,
  password: string,
): Promise<void> {
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw new DomainFailure(toDomainError(error));
}
