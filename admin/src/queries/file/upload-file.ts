import { newKey, type LinliClient } from '@linli/database';
import { asAppError } from '../../lib/app-error.ts';

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** Puts a file into a folder of a private bucket and answers its path. Throws AppError. */
export async function uploadFile(
  client: LinliClient,
  bucket: 'licenses' | 'invoices',
  folder: string,
  file: File,
): Promise<string> {
  const path = `${folder}/${newKey()}.${endings[file.type] ?? 'bin'}`;
  const { error } = await client.storage.from(bucket).upload(path, file, { contentType: file.type });
  if (error) throw asAppError(error);
  return path;
}
