import type { Pool, PoolClient } from 'pg';
import type { ObjectAddress } from './object-address.ts';
import { noSuchKey } from './storage-failure.ts';

export interface ObjectMetadata {
  eTag: string;
  size: number;
  mimetype: string;
  cacheControl: string;
  /** ISO 8601. */
  lastModified: string;
  contentLength: number;
  httpStatusCode: 200;
}

export interface ObjectRow {
  id: string;
  bucket_id: string;
  name: string;
  owner: string | null;
  owner_id: string | null;
  version: string;
  metadata: ObjectMetadata;
  user_metadata: Record<string, unknown> | null;
  created_at: string;
  updated_at: string;
  last_accessed_at: string;
}

export interface NewObject extends ObjectAddress {
  version: string;
  ownerId: string | null;
  metadata: ObjectMetadata | null;
  userMetadata: Record<string, unknown> | null;
}

export const OBJECT_COLUMNS = `id, bucket_id, name, owner, owner_id, version, metadata, user_metadata,
  to_json(created_at) #>> '{}' as created_at, to_json(updated_at) #>> '{}' as updated_at,
  to_json(last_accessed_at) #>> '{}' as last_accessed_at`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Queryable = Pool | PoolClient;

/** The object, if the role of this connection may see it; throws `NoSuchKey`. */
export async function findObject(db: Queryable, { bucket, name }: ObjectAddress): Promise<ObjectRow> {
  const { rows } = await db.query<ObjectRow>(
    `select ${OBJECT_COLUMNS} from storage.objects where bucket_id = $1 and name = $2`,
    [bucket, name],
  );
  const row = rows[0];
  if (!row) throw noSuchKey();
  return row;
}

/** Inserts the row, or with `upsert` replaces it. Returns nothing, so that no select policy is needed for an insert. */
export async function insertObject(db: Queryable, object: NewObject, upsert: boolean): Promise<void> {
  const conflict = upsert
    ? `on conflict (bucket_id, name) do update set
         version = excluded.version, metadata = excluded.metadata, user_metadata = excluded.user_metadata,
         owner = excluded.owner, owner_id = excluded.owner_id, updated_at = now()`
    : '';
  await db.query(
    `insert into storage.objects (bucket_id, name, owner, owner_id, version, metadata, user_metadata)
     values ($1, $2, $3, $4, $5, $6, $7) ${conflict}`,
    [
      object.bucket,
      object.name,
      object.ownerId && UUID.test(object.ownerId) ? object.ownerId : null,
      object.ownerId,
      object.version,
      object.metadata,
      object.userMetadata,
    ],
  );
}

/** Writes the row with storage's own rights. Gives the row's id and the version that it replaced. */
export async function saveObject(
  pool: Pool,
  object: NewObject,
  upsert: boolean,
): Promise<{ id: string; replaced: string | null }> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const before = await client.query<{ version: string }>(
      'select version from storage.objects where bucket_id = $1 and name = $2 for update',
      [object.bucket, object.name],
    );
    await insertObject(client, object, upsert);
    const { rows } = await client.query<{ id: string }>(
      'select id from storage.objects where bucket_id = $1 and name = $2',
      [object.bucket, object.name],
    );
    await client.query('commit');
    return { id: rows[0]?.id ?? '', replaced: before.rows[0]?.version ?? null };
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}
