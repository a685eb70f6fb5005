import type { LinliClient } from '@linli/database';
import { toDomainError } from '@linli/database';
import { DomainFailure } from '#lib/platform/unwrap.ts';

/**
 * Keeps a photo of a delivery and answers its path. The name is that of the command, so a second try finds it there.
 * Throws DomainFailure.
 */
export async function uploadProof(
  client: LinliClient,
  deliveryId: string,
  name: string,
  photo: Blob,
): Promise<string> {
  const path = `proofs/${deliveryId}/${name}.jpg`;
  const { error } = await client.storage.from('proofs').upload(path, photo, { contentType: 'image/jpeg' });
  if (error) {
    const status = Number('statusCode' in error ? error.statusCode : 0) || 0;
    if (status === 409) return path;
    const known = toDomainError({ name: error.name, message: error.message, status });
    throw new DomainFailure(status === 0 ? { key: 'platform.offline', status: 0, detail: {} } : known);
  }
  return path;
}
