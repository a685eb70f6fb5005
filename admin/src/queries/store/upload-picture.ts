import { newKey, type LinliClient } from '@linli/database';
import { preparePicture } from '../../components/prepare-picture.ts';
import { AppError, asAppError } from '../../lib/app-error.ts';

/** Puts a picture into the store's folder of the public bucket and answers its path. Throws AppError. */
export async function uploadPicture(client: LinliClient, storeId: string, file: Blob): Promise<string> {
  const picture = await preparePicture(file).catch(() => {
    throw new AppError({ key: 'picture.unreadable', status: 422, detail: {} });
  });
  const path = `stores/${storeId}/${newKey()}.webp`;
  const { error } = await client.storage.from('pictures').upload(path, picture, {
    contentType: 'image/webp',
    cacheControl: '31536000',
  });
  if (error) throw asAppError(error);
  return path;
}
