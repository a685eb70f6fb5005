import { Hono } from 'hono';
import { bucketSettings, findBucket, listBuckets, type BucketListing } from '../buckets.ts';
import { checkedBucket } from '../object-address.ts';
import { callerOf, inStorageAs, type StorageContext } from '../storage-context.ts';
import { invalidRequest, StorageFailure } from '../storage-failure.ts';
import { jsonBody } from '../json-body.ts';

const SORT_COLUMNS = new Set(['id', 'name', 'created_at', 'updated_at']);

/** `/storage/v1/bucket`: the caller's policies on `storage.buckets` decide. */
export function bucketRoutes(storage: StorageContext): Hono {
  const routes = new Hono();

  routes.get('/storage/v1/bucket', async (c) => {
    const identity = await callerOf(c, storage);
    const sortColumn = c.req.query('sortColumn') ?? 'name';
    if (!SORT_COLUMNS.has(sortColumn)) throw invalidRequest('querystring/sortColumn is not allowed');
    const listing: BucketListing = {
      limit: Math.min(Number(c.req.query('limit') ?? 1000) || 1000, 1000),
      offset: Number(c.req.query('offset') ?? 0) || 0,
      search: c.req.query('search') ?? '',
      sortColumn: sortColumn as BucketListing['sortColumn'],
      sortOrder: c.req.query('sortOrder') === 'desc' ? 'desc' : 'asc',
    };
    const work = { identity, operation: 'storage.bucket.list' };
    return c.json(await inStorageAs(c, storage, work, (client) => listBuckets(client, listing)));
  });

  routes.get('/storage/v1/bucket/:id', async (c) => {
    const work = { identity: await callerOf(c, storage), operation: 'storage.bucket.get' };
    return c.json(await inStorageAs(c, storage, work, (client) => findBucket(client, c.req.param('id'))));
  });

  routes.post('/storage/v1/bucket', async (c) => {
    const identity = await callerOf(c, storage);
    const body = await jsonBody(c);
    const id = checkedBucket(String(body['id'] ?? body['name'] ?? ''));
    const settings = bucketSettings(body);
    await inStorageAs(c, storage, { identity, operation: 'storage.bucket.create' }, (client) =>
      client.query(
        `insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types, owner_id)
         values ($1, $1, $2, $3, $4, $5)`,
        [
          id,
          settings.public ?? false,
          settings.file_size_limit ?? null,
          settings.allowed_mime_types ?? null,
          identity.claims.sub ?? null,
        ],
      ),
    );
    return c.json({ name: id });
  });

  routes.put('/storage/v1/bucket/:id', async (c) => {
    const identity = await callerOf(c, storage);
    const settings = Object.entries(bucketSettings(await jsonBody(c)));
    const id = c.req.param('id');
    await inStorageAs(c, storage, { identity, operation: 'storage.bucket.update' }, async (client) => {
      await findBucket(client, id);
      const assignments = [
        'updated_at = now()',
        ...settings.map(([name], index) => `${name} = $${index + 2}`),
      ];
      const values = [id, ...settings.map(([, value]) => value)];
      await client.query(`update storage.buckets set ${assignments.join(', ')} where id = $1`, values);
    });
    return c.json({ message: 'Successfully updated' });
  });

  routes.post('/storage/v1/bucket/:id/empty', async (c) => {
    const work = { identity: await callerOf(c, storage), operation: 'storage.bucket.empty' };
    const versions = await inStorageAs(c, storage, work, async (client) => {
      await findBucket(client, c.req.param('id'));
      const { rows } = await client.query<{ version: string }>(
        'delete from storage.objects where bucket_id = $1 returning version',
        [c.req.param('id')],
      );
      return rows.map((row) => row.version);
    });
    await storage.files.remove(versions);
    return c.json({ message: 'Successfully emptied' });
  });

  routes.delete('/storage/v1/bucket/:id', async (c) => {
    const identity = await callerOf(c, storage);
    const id = c.req.param('id');
    const { rows } = await storage.ownPool.query(
      'select 1 from storage.objects where bucket_id = $1 limit 1',
      [id],
    );
    await inStorageAs(c, storage, { identity, operation: 'storage.bucket.delete' }, async (client) => {
      await findBucket(client, id);
      if (rows.length > 0) {
        throw new StorageFailure(
          409,
          'InvalidRequest',
          'InvalidRequest',
          'The bucket you tried to delete is not empty',
        );
      }
      await client.query('delete from storage.buckets where id = $1', [id]);
    });
    return c.json({ message: 'Successfully deleted' });
  });

  return routes;
}
