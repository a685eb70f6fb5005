import { newKey } from '@linli/database';
import { db } from '#lib/platform/client.ts';

const longest = 1600;

/** Puts a photo, made fit for the web, into one's own folder of the private bucket; answers its name. */
export async function uploadPhoto(userId: string, file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const name = `${userId}/${newKey()}.webp`;
  const { error } = await db()
    .storage.from('after-sale')
    .upload(name, await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 }), {
      contentType: 'image/webp',
    });
  if (error) throw error;
  return name;
}
