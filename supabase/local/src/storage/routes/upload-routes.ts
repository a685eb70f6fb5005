import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { findBucket } from '../buckets.ts';
import { jsonBody } from '../json-body.ts';
import { addressFrom, checkedName, type ObjectAddress } from '../object-address.ts';
import { insertObject, OBJECT_COLUMNS, type ObjectRow } from '../objects.ts';
import { readUpload } from '../read-upload.ts';
import { callerOf, inStorageAs, type CallerWork, type StorageContext } from '../storage-context.ts';
import { invalidRequest, noSuchKey } from '../storage-failure.ts';
import { storeUpload } from '../store-upload.ts';

const UPLOAD_GRANT_SECONDS = 2 * 3600;

/** Would the caller's policies allow this write? Tried and rolled back, before a body is read. */
export async function assertMayWrite(
  c: Context,
  storage: StorageContext,
  work: CallerWork,
  address: ObjectAddress,
  upsert: boolean,
): Promise<void> {
  const ownerId = work.identity.claims.sub ?? null;
  await inStorageAs(c, storage, { ...work, dryRun: true }, (client) =>
    insertObject(
      client,
      { ...address, version: randomUUID(), ownerId, metadata: null, userMetadata: null },
      upsert,
    ),
  );
}

/** Uploads, updates, signed uploads and deletes of objects. */
export function uploadRoutes(storage: StorageContext): Hono {
  const routes = new Hono();

  routes.post('/storage/v1/object/upload/sign/*', async (c) => {
    const identity = await callerOf(c, storage);
    const address = addressFrom(c.req.url, 'object/upload/sign/');
    const upsert = c.req.header('x-upsert') === 'true';
    await findBucket(storage.ownPool, address.bucket);
    const work = { identity, operation: 'storage.object.sign_upload_url' };
    await assertMayWrite(c, storage, work, address, upsert);
    const grant = { ownerId: identity.claims.sub ?? null, upsert };
    const token = await storage.tokens.signUpload(address, grant, UPLOAD_GRANT_SECONDS);
    return c.json({ url: `/object/upload/sign/${address.bucket}/${address.name}?token=${token}`, token });
  });

  routes.put('/storage/v1/object/upload/sign/*', async (c) => {
    const address = addressFrom(c.req.url, 'object/upload/sign/');
    const grant = await storage.tokens.verifyUpload(c.req.query('token') ?? '', address);
    const upload = await readUpload(c, await findBucket(storage.ownPool, address.bucket));
    const { id } = await storeUpload(storage, address, upload, grant);
    return c.json({ Key: `${address.bucket}/${address.name}`, Id: id });
  });

  const upload = async (c: Context, upsert: boolean, operation: string): Promise<Response> => {
    const identity = await callerOf(c, storage);
    const address = addressFrom(c.req.url, 'object/');
    const bucket = await findBucket(storage.ownPool, address.bucket);
    await assertMayWrite(c, storage, { identity, operation }, address, upsert);
    const body = await readUpload(c, bucket);
    const { id } = await storeUpload(storage, address, body, {
      ownerId: identity.claims.sub ?? null,
      upsert,
    });
    return c.json({ Id: id, Key: `${address.bucket}/${address.name}` });
  };
  routes.post('/storage/v1/object/*', (c) =>
    upload(c, c.req.header('x-upsert') === 'true', 'storage.object.upload'),
  );
  routes.put('/storage/v1/object/*', (c) => upload(c, true, 'storage.object.upload_update'));

  const remove = async (
    c: Context,
    bucket: string,
    names: string[],
    operation: string,
  ): Promise<ObjectRow[]> => {
    const rows = await inStorageAs(
      c,
      storage,
      { identity: await callerOf(c, storage), operation },
      async (client) => {
        const result = await client.query<ObjectRow>(
          `delete from storage.objects where bucket_id = $1 and name = any ($2) returning ${OBJECT_COLUMNS}`,
          [bucket, names],
        );
        return result.rows;
      },
    );
    await storage.files.remove(rows.map((row) => row.version));
    return rows;
  };

  routes.delete('/storage/v1/object/:bucket', async (c) => {
    const { prefixes } = await jsonBody(c);
    if (!Array.isArray(prefixes) || prefixes.length === 0 || prefixes.length > 1000) {
      throw invalidRequest('body/prefixes must be an array of 1 to 1000 names');
    }
    const names = prefixes.map((entry: unknown) => {
      const name = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : entry;
      if (typeof name !== 'string') throw invalidRequest('body/prefixes must be names');
      return name.replace(/^\/+/, '');
    });
    return c.json(await remove(c, c.req.param('bucket'), names, 'storage.object.delete_many'));
  });
  routes.delete('/storage/v1/object/:bucket/*', async (c) => {
    const { bucket, name } = addressFrom(c.req.url, 'object/');
    const rows = await remove(c, bucket, [checkedName(name)], 'storage.object.delete');
    if (rows.length === 0) throw noSuchKey();
    return c.json({ message: 'Successfully deleted' });
  });

  return routes;
}
