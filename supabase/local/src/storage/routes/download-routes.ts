import { Hono, type Context } from 'hono';
import type { Identity } from '../../context.ts';
import { findBucket } from '../buckets.ts';
import { addressFrom, type ObjectAddress } from '../object-address.ts';
import { findObject, type ObjectRow } from '../objects.ts';
import { serveObject, serveRendered } from '../serve-object.ts';
import { callerOf, inStorageAs, type StorageContext } from '../storage-context.ts';
import { invalidRequest, noSuchBucket } from '../storage-failure.ts';

/** Public, signed and authenticated downloads, the same for rendered pictures, and object facts. */
export function downloadRoutes(storage: StorageContext): Hono {
  const routes = new Hono();

  const publicObject = async (address: ObjectAddress): Promise<ObjectRow> => {
    const bucket = await findBucket(storage.ownPool, address.bucket);
    if (!bucket.public) throw noSuchBucket();
    return findObject(storage.ownPool, address);
  };
  const visibleObject = async (c: Context, address: ObjectAddress, operation: string): Promise<ObjectRow> => {
    const identity: Identity = await callerOf(c, storage);
    return inStorageAs(c, storage, { identity, operation }, (client) => findObject(client, address));
  };
  const signedObject = async (
    c: Context,
    prefix: string,
  ): Promise<{ object: ObjectRow; transform: string | null }> => {
    const token = c.req.query('token');
    if (!token) throw invalidRequest("querystring must have required property 'token'");
    const address = addressFrom(c.req.url, prefix);
    const { transform } = await storage.tokens.verifyRead(token, address);
    return { object: await findObject(storage.ownPool, address), transform };
  };
  const queryOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams;

  routes.on(['GET', 'HEAD'], '/storage/v1/render/image/public/*', async (c) =>
    serveRendered(c, storage, await publicObject(addressFrom(c.req.url, 'render/image/public/')), queryOf(c)),
  );
  routes.on(['GET', 'HEAD'], '/storage/v1/render/image/authenticated/*', async (c) => {
    const address = addressFrom(c.req.url, 'render/image/authenticated/');
    const object = await visibleObject(c, address, 'storage.render.image_authenticated');
    return serveRendered(c, storage, object, queryOf(c));
  });
  routes.on(['GET', 'HEAD'], '/storage/v1/render/image/sign/*', async (c) => {
    const { object, transform } = await signedObject(c, 'render/image/sign/');
    return serveRendered(c, storage, object, new URLSearchParams(transform ?? ''));
  });

  routes.on(['GET', 'HEAD'], '/storage/v1/object/public/*', async (c) =>
    serveObject(c, storage, await publicObject(addressFrom(c.req.url, 'object/public/'))),
  );
  routes.on(['GET', 'HEAD'], '/storage/v1/object/sign/*', async (c) =>
    serveObject(c, storage, (await signedObject(c, 'object/sign/')).object),
  );
  routes.get('/storage/v1/object/info/public/*', async (c) =>
    c.json(facts(await publicObject(addressFrom(c.req.url, 'object/info/public/')))),
  );
  const info = async (c: Context, prefix: string): Promise<Response> =>
    c.json(
      facts(await visibleObject(c, addressFrom(c.req.url, prefix), 'storage.object.info_authenticated')),
    );
  routes.get('/storage/v1/object/info/authenticated/*', (c) => info(c, 'object/info/authenticated/'));
  routes.get('/storage/v1/object/info/*', (c) => info(c, 'object/info/'));

  const download = async (c: Context, prefix: string): Promise<Response> => {
    const object = await visibleObject(c, addressFrom(c.req.url, prefix), 'storage.object.get_authenticated');
    return serveObject(c, storage, object);
  };
  routes.on(['GET', 'HEAD'], '/storage/v1/object/authenticated/*', (c) =>
    download(c, 'object/authenticated/'),
  );
  routes.on(['GET', 'HEAD'], '/storage/v1/object/*', (c) => download(c, 'object/'));

  return routes;
}

function facts(object: ObjectRow): object {
  const { metadata } = object;
  return {
    id: object.id,
    name: object.name,
    version: object.version,
    bucket_id: object.bucket_id,
    size: metadata.size,
    content_type: metadata.mimetype,
    cache_control: metadata.cacheControl,
    etag: metadata.eTag,
    metadata: object.user_metadata ?? {},
    last_modified: metadata.lastModified,
    created_at: object.created_at,
  };
}
