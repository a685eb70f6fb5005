import type { LinliClient } from '@linli/database';
import { asAppError } from '../../lib/app-error.ts';

/** Opens a file of a private bucket in a new tab, by an address that is good for a minute. Throws AppError. */
export async function openFile(
  client: LinliClient,
  bucket: 'licenses' | 'invoices',
  path: string,
): Promise<void> {
  const { data, error } = await client.storage.from(bucket).createSignedUrl(path, 60);
  if (error) throw asAppError(error);
  window.open(data.signedUrl, '_blank', 'noopener');
}
