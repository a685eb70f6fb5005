import type { Pool, PoolClient } from 'pg';
import { invalidRequest, noSuchBucket } from './storage-failure.ts';

export interface Bucket {
  id: string;
  name: string;
  owner: string | null;
  public: boolean;
  /** Bytes; null: the platform's limit. */
  file_size_limit: number | null;
  allowed_mime_types: string[] | null;
  type: string;
  created_at: string;
  updated_at: string;
}

const COLUMNS = `id, name, owner, public, file_size_limit::float8 as file_size_limit, allowed_mime_types, type,
  to_json(created_at) #>> '{}' as created_at, to_json(updated_at) #>> '{}' as updated_at`;

/** One bucket, if the role of this connection may see it; throws `NoSuchBucket`. */
export async function findBucket(db: Pool | PoolClient, id: string): Promise<Bucket> {
  const { rows } = await db.query<Bucket>(`select ${COLUMNS} from storage.buckets where id = $1`, [id]);
  const bucket = rows[0];
  if (!bucket) throw noSuchBucket();
  return bucket;
}

export interface BucketListing {
  limit: number;
  offset: number;
  search: string;
  sortColumn: 'id' | 'name' | 'created_at' | 'updated_at';
  sortOrder: 'asc' | 'desc';
}

export async function listBuckets(client: PoolClient, listing: BucketListing): Promise<Bucket[]> {
  const { rows } = await client.query<Bucket>(
    `select ${COLUMNS} from storage.buckets as b where strpos(lower(b.name), lower($1)) > 0
     order by b.${listing.sortColumn} ${listing.sortOrder} limit $2 offset $3`,
    [listing.search, listing.limit, listing.offset],
  );
  return rows;
}

export interface BucketSettings {
  public?: boolean;
  file_size_limit?: number | null;
  allowed_mime_types?: string[] | null;
}

/** Reads the settings of a create or update request; sizes may be written like `5MB`. */
export function bucketSettings(body: Record<string, unknown>): BucketSettings {
  const settings: BucketSettings = {};
  if (typeof body['public'] === 'boolean') settings.public = body['public'];
  const limit = body['file_size_limit'];
  if (limit !== undefined) settings.file_size_limit = limit === null ? null : sizeInBytes(limit);
  const types = body['allowed_mime_types'];
  if (types === null) settings.allowed_mime_types = null;
  else if (Array.isArray(types) && types.every((type) => typeof type === 'string'))
    settings.allowed_mime_types = types;
  else if (types !== undefined) throw invalidRequest('body/allowed_mime_types must be array');
  return settings;
}

const UNITS: Record<string, number> = {
  '': 1,
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
};

function sizeInBytes(value: unknown): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMG]?i?B)?$/i.exec(String(value)) ?? [];
  const factor = UNITS[unit.toUpperCase()];
  if (number === undefined || factor === undefined)
    throw invalidRequest('body/file_size_limit is not a size');
  return Math.floor(Number(number) * factor);
}
