import { newKey, type LinliClient } from '@linli/database';
import { preparePicture } from '../../components/prepare-picture.ts';
import { AppError, asAppError } from '../../lib/app-error.ts';

/** Puts a picture into a folder of the public bucket (`stores/<id>`, `content`) and answers its path. Throws AppError. */
export async function uploadPicture(client: LinliClient, folder: string, file: Blob): Promise<string> {
  const picture = await preparePicture(file).catch(() => {
    throw new AppError({ key: 'picture.unreadable', status: 422, detail: {} });
  });
  const path = `${folder}/${newKey()}.webp`;
  const { error } = await client.storage.from('pictures').upload(path, picture, {
    contentType: 'image/webp',
    cacheControl: '31536000',
  });
  if (error) throw asAppError(error);
  return path;
}
