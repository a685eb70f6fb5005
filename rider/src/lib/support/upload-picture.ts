import { newKey, toDomainError, type LinliClient } from '@linli/database';
import { DomainFailure } from '#lib/platform/unwrap.ts';

/** Puts a picture into the rider's own folder of the private bucket and answers its name. Throws DomainFailure. */
export async function uploadPicture(client: LinliClient, riderId: string, picture: Blob): Promise<string> {
  const name = `${riderId}/${newKey()}.jpg`;
  const { error } = await client.storage
    .from('after-sale')
    .upload(name, picture, { contentType: 'image/jpeg' });
  if (error) throw new DomainFailure(toDomainError({ name: error.name, message: error.message, status: 0 }));
  return name;
}
