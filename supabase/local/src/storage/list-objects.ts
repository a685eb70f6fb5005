import type { PoolClient } from 'pg';
import { invalidRequest } from './storage-failure.ts';
import { OBJECT_COLUMNS, type ObjectRow } from './objects.ts';

export interface Listing {
  prefix: string;
  search: string;
  limit: number;
  offset: number;
  sortColumn: 'name' | 'updated_at' | 'created_at' | 'last_accessed_at';
  sortOrder: 'asc' | 'desc';
}

export interface ListedEntry {
  /** Relative to the listed folder. */
  name: string;
  /** Null for a folder, as are all that follow. */
  id: string | null;
  updated_at: string | null;
  created_at: string | null;
  last_accessed_at: string | null;
  metadata: ObjectRow['metadata'] | null;
}

const SORT_COLUMNS = new Set(['name', 'updated_at', 'created_at', 'last_accessed_at']);

/** Reads the body of a list request; throws `InvalidRequest`. */
export function listingFrom(body: Record<string, unknown>): Listing {
  const sortBy = (body['sortBy'] ?? {}) as { column?: unknown; order?: unknown };
  const column = sortBy.column ?? 'name';
  if (typeof column !== 'string' || !SORT_COLUMNS.has(column))
    throw invalidRequest('body/sortBy/column is not allowed');
  const folder = typeof body['prefix'] === 'string' ? body['prefix'].replace(/^\/+|\/+$/g, '') : '';
  return {
    prefix: folder === '' ? '' : `${folder}/`,
    search: typeof body['search'] === 'string' ? body['search'] : '',
    limit: count(body['limit'], 100, 10_000),
    offset: count(body['offset'], 0, 1_000_000_000),
    sortColumn: column as Listing['sortColumn'],
    sortOrder: sortBy.order === 'desc' ? 'desc' : 'asc',
  };
}

export function count(value: unknown, fallback: number, max: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, max) : fallback;
}

/** One level of a bucket: folders first, then objects. Only what the role of this connection may see. */
export async function listObjects(
  client: PoolClient,
  bucket: string,
  listing: Listing,
): Promise<ListedEntry[]> {
  const level = listing.prefix.split('/').length;
  const visible = `
    from storage.objects as o
    where o.bucket_id = $1 and starts_with(o.name, $2)
      and starts_with(lower(substr(o.name, length($2) + 1)), lower($3))`;
  const { rows } = await client.query<ListedEntry>(
    `select name, id, updated_at, created_at, last_accessed_at, metadata from (
       (
         select 1 as part, o.path_tokens[$4] as name, null::uuid as id, null::text as updated_at,
           null::text as created_at, null::text as last_accessed_at, null::jsonb as metadata,
           null::timestamptz as sort_time
         ${visible} and array_length(o.path_tokens, 1) > $4
         group by o.path_tokens[$4]
       )
       union all
       select 2, o.path_tokens[$4], o.id, to_json(o.updated_at) #>> '{}', to_json(o.created_at) #>> '{}',
         to_json(o.last_accessed_at) #>> '{}', o.metadata,
         ${listing.sortColumn === 'name' ? 'null' : `o.${listing.sortColumn}`}
       ${visible} and array_length(o.path_tokens, 1) = $4
     ) as entry
     order by part, sort_time ${listing.sortOrder}, name ${listing.sortOrder}
     limit $5 offset $6`,
    [bucket, listing.prefix, listing.search, level, listing.limit, listing.offset],
  );
  return rows;
}

export interface FlatListing {
  prefix: string;
  limit: number;
  /** Key after which to go on. */
  after: string;
  withDelimiter: boolean;
}

export interface FlatPage {
  hasNext: boolean;
  nextCursor?: string;
  folders: { key: string; name: string }[];
  objects: (ObjectRow & { key: string })[];
}

/** Pages through keys in order; with a delimiter, what lies deeper than the prefix is folded into folders. */
export async function listFlat(client: PoolClient, bucket: string, listing: FlatListing): Promise<FlatPage> {
  const folded = listing.withDelimiter
    ? `case when strpos(substr(o.name, length($2) + 1), '/') > 0
         then $2 || split_part(substr(o.name, length($2) + 1), '/', 1) || '/' else o.name end`
    : 'o.name';
  const { rows } = await client.query<{ key: string; object: (ObjectRow & { key: string }) | null }>(
    `select page.key collate "C" as key, (
       select to_json(x) from (
         select ${OBJECT_COLUMNS}, name as key from storage.objects where bucket_id = $1 and name = page.key
       ) as x
     ) as object
     from (
       select distinct (${folded}) collate "C" as key
       from storage.objects as o
       where o.bucket_id = $1 and starts_with(o.name, $2) and (${folded}) collate "C" > $3
     ) as page
     order by 1 limit $4`,
    [bucket, listing.prefix, listing.after, listing.limit + 1],
  );
  const page = rows.slice(0, listing.limit);
  const last = page.at(-1);
  const hasNext = rows.length > listing.limit;
  return {
    hasNext,
    ...(hasNext && last ? { nextCursor: Buffer.from(last.key).toString('base64url') } : {}),
    folders: page.filter((row) => !row.object).map(({ key }) => ({ key, name: key })),
    objects: page.flatMap((row) => (row.object ? [row.object] : [])),
  };
}
