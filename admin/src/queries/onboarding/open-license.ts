import type { LinliClient } from '@linli/database';
import { asAppError } from '../../lib/app-error.ts';

/** Opens a handed-in licence in a new tab, by an address that is good for a minute. Throws AppError. */
export async function openLicense(client: LinliClient, path: string): Promise<void> {
  const { data, error } = await client.storage.from('licenses').createSignedUrl(path, 60);
  if (error) throw asAppError(error);
  window.open(data.signedUrl, '_blank', 'noopener');
}
