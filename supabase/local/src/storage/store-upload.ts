import { createHash, randomUUID } from 'node:crypto';
import type { ObjectAddress } from './object-address.ts';
import { saveObject, type ObjectMetadata } from './objects.ts';
import type { Upload } from './read-upload.ts';
import type { StorageContext } from './storage-context.ts';

/** Writes the file, then the row, then drops the file that the row replaced. The caller's right was checked before. */
export async function storeUpload(
  storage: StorageContext,
  address: ObjectAddress,
  upload: Upload,
  { ownerId, upsert }: { ownerId: string | null; upsert: boolean },
): Promise<{ id: string }> {
  const version = randomUUID();
  await storage.files.write(version, upload.body);
  const object = {
    ...address,
    version,
    ownerId,
    metadata: metadataOf(upload),
    userMetadata: upload.userMetadata,
  };
  try {
    const { id, replaced } = await saveObject(storage.ownPool, object, upsert);
    if (replaced) await storage.files.remove([replaced]);
    return { id };
  } catch (error) {
    await storage.files.remove([version]);
    throw error;
  }
}

function metadataOf({ body, mimetype, cacheControl }: Upload): ObjectMetadata {
  return {
    eTag: `"${createHash('md5').update(body).digest('hex')}"`,
    size: body.length,
    mimetype,
    cacheControl,
    lastModified: new Date().toISOString(),
    contentLength: body.length,
    httpStatusCode: 200,
  };
}
