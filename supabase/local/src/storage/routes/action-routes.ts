import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { jsonBody } from '../json-body.ts';
import { count, listFlat, listingFrom, listObjects } from '../list-objects.ts';
import { addressFrom, checkedBucket, checkedName, type ObjectAddress } from '../object-address.ts';
import { findObject, saveObject } from '../objects.ts';
import { transformFrom } from '../render-image.ts';
import { callerOf, inStorageAs, type StorageContext } from '../storage-context.ts';
import { invalidRequest, noSuchKey } from '../storage-failure.ts';
import { assertMayWrite } from './upload-routes.ts';

const MAX_EXPIRY_SECONDS = 10 * 365 * 24 * 3600;

/** Listing, signing, moving and copying: the requests under `/object` whose second segment is a verb. */
export function actionRoutes(storage: StorageContext): Hono {
  const routes = new Hono();

  routes.post('/storage/v1/object/list/:bucket', async (c) => {
    const identity = await callerOf(c, storage);
    const listing = listingFrom(await jsonBody(c));
    const work = { identity, operation: 'storage.object.list' };
    return c.json(
      await inStorageAs(c, storage, work, (client) => listObjects(client, c.req.param('bucket'), listing)),
    );
  });

  routes.post('/storage/v1/object/list-v2/:bucket', async (c) => {
    const identity = await callerOf(c, storage);
    const body = await jsonBody(c);
    const listing = {
      prefix: typeof body['prefix'] === 'string' ? body['prefix'] : '',
      limit: Math.max(count(body['limit'], 1000, 1000), 1),
      after: Buffer.from(typeof body['cursor'] === 'string' ? body['cursor'] : '', 'base64url').toString(
        'utf8',
      ),
      withDelimiter: body['with_delimiter'] === true,
    };
    const work = { identity, operation: 'storage.object.list_v2' };
    return c.json(
      await inStorageAs(c, storage, work, (client) => listFlat(client, c.req.param('bucket'), listing)),
    );
  });

  const expiryOf = (body: Record<string, unknown>): number => {
    const seconds = body['expiresIn'];
    if (
      typeof seconds !== 'number' ||
      !Number.isInteger(seconds) ||
      seconds < 1 ||
      seconds > MAX_EXPIRY_SECONDS
    ) {
      throw invalidRequest('body/expiresIn must be an integer of seconds, at least 1');
    }
    return seconds;
  };

  routes.post('/storage/v1/object/sign/:bucket', async (c) => {
    const identity = await callerOf(c, storage);
    const body = await jsonBody(c);
    const seconds = expiryOf(body);
    const bucket = checkedBucket(c.req.param('bucket'));
    if (!Array.isArray(body['paths']) || body['paths'].length > 500)
      throw invalidRequest('body/paths must be an array');
    const paths = body['paths'].map(String);
    const work = { identity, operation: 'storage.object.sign_many' };
    const visible = await inStorageAs(c, storage, work, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        'select name from storage.objects where bucket_id = $1 and name = any ($2)',
        [bucket, paths],
      );
      return new Set(rows.map((row) => row.name));
    });
    const answers = paths.map(async (path) => {
      if (!visible.has(path)) {
        return {
          error: 'Either the object does not exist or you do not have access to it',
          path,
          signedURL: null,
        };
      }
      const token = await storage.tokens.signRead({ bucket, name: path }, seconds, null);
      return { error: null, path, signedURL: `/object/sign/${bucket}/${path}?token=${token}` };
    });
    return c.json(await Promise.all(answers));
  });

  routes.post('/storage/v1/object/sign/:bucket/*', async (c) => {
    const identity = await callerOf(c, storage);
    const address = addressFrom(c.req.url, 'object/sign/');
    const body = await jsonBody(c);
    const seconds = expiryOf(body);
    const work = { identity, operation: 'storage.object.sign' };
    await inStorageAs(c, storage, work, (client) => findObject(client, address));
    const transform = transformQuery(body['transform']);
    const token = await storage.tokens.signRead(address, seconds, transform);
    const kind = transform === null ? 'object/sign' : 'render/image/sign';
    return c.json({ signedURL: `/${kind}/${address.bucket}/${address.name}?token=${token}` });
  });

  const sourceAndTarget = (body: Record<string, unknown>): [ObjectAddress, ObjectAddress] => {
    const bucket = checkedBucket(String(body['bucketId'] ?? ''));
    const target = body['destinationBucket'];
    return [
      { bucket, name: checkedName(String(body['sourceKey'] ?? '')) },
      {
        bucket: typeof target === 'string' ? checkedBucket(target) : bucket,
        name: checkedName(String(body['destinationKey'] ?? '')),
      },
    ];
  };

  routes.post('/storage/v1/object/move', async (c) => {
    const identity = await callerOf(c, storage);
    const [source, target] = sourceAndTarget(await jsonBody(c));
    await inStorageAs(c, storage, { identity, operation: 'storage.object.move' }, async (client) => {
      await findObject(client, source);
      const { rowCount } = await client.query(
        `update storage.objects set bucket_id = $3, name = $4, owner_id = coalesce($5, owner_id)
         where bucket_id = $1 and name = $2`,
        [source.bucket, source.name, target.bucket, target.name, identity.claims.sub ?? null],
      );
      if (rowCount === 0) throw noSuchKey();
    });
    return c.json({ message: 'Successfully moved' });
  });

  routes.post('/storage/v1/object/copy', async (c) => {
    const identity = await callerOf(c, storage);
    const body = await jsonBody(c);
    const [source, target] = sourceAndTarget(body);
    const upsert = c.req.header('x-upsert') === 'true';
    const work = { identity, operation: 'storage.object.copy' };
    const found = await inStorageAs(c, storage, work, (client) => findObject(client, source));
    await assertMayWrite(c, storage, work, target, upsert);
    const version = randomUUID();
    await storage.files.copy(found.version, version);
    const copyMetadata = body['copyMetadata'] !== false;
    const given = body['metadata'];
    const userMetadata = copyMetadata
      ? found.user_metadata
      : typeof given === 'object' && given !== null
        ? (given as Record<string, unknown>)
        : null;
    const ownerId = identity.claims.sub ?? null;
    const { metadata } = found;
    try {
      const saved = await saveObject(
        storage.ownPool,
        { ...target, version, ownerId, metadata, userMetadata },
        upsert,
      );
      if (saved.replaced) await storage.files.remove([saved.replaced]);
      return c.json({
        Id: saved.id,
        Key: `${target.bucket}/${target.name}`,
        name: target.name,
        bucket_id: target.bucket,
      });
    } catch (error) {
      await storage.files.remove([version]);
      throw error;
    }
  });

  return routes;
}

/** The transformation that a signed URL is bound to, as a query string; null without one. */
function transformQuery(transform: unknown): string | null {
  if (typeof transform !== 'object' || transform === null) return null;
  const query = new URLSearchParams();
  for (const name of ['width', 'height', 'resize', 'quality', 'format'] as const) {
    const value = (transform as Record<string, unknown>)[name];
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  transformFrom(query, '');
  return query.size > 0 ? query.toString() : null;
}
