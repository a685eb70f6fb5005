import { newKey, type LinliClient } from '@linli/database';
import { asAppError } from '../../lib/app-error.ts';

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** Puts a licence into the person's own folder of the private bucket and answers its path. Throws AppError. */
export async function uploadLicense(client: LinliClient, userId: string, file: File): Promise<string> {
  const path = `${userId}/${newKey()}.${endings[file.type] ?? 'bin'}`;
  const { error } = await client.storage.from('licenses').upload(path, file, { contentType: file.type });
  if (error) throw asAppError(error);
  return path;
}
