import type pg from 'pg';

/** A place with its nearest stores. */
export interface Place {
  lon: number;
  lat: number;
}

interface Found {
  distance_meters: number;
  delivery_fee_cents: string | null;
  estimated_minutes: number;
  is_open: boolean;
  is_deliverable: boolean;
}

const pageSize = 20;
const find = 'select * from public.find_stores($1, $2)';
const bare = `select store_id from private.store_listings
  order by location operator(extensions.<->) extensions.st_point($1, $2)::extensions.geography limit ${pageSize}`;

/** Milliseconds of the first page at a place; throws when it is not a page of open stores that deliver, nearest first. */
export async function askStores(client: pg.Client, { lon, lat }: Place): Promise<number> {
  const start = performance.now();
  const { rows } = await client.query<Found>({ name: 'find', text: find, values: [lon, lat] });
  const took = performance.now() - start;
  const isRight =
    rows.length === pageSize &&
    rows.every(
      (row, at) =>
        row.is_open &&
        row.is_deliverable &&
        row.delivery_fee_cents !== null &&
        row.estimated_minutes > 0 &&
        row.distance_meters >= (rows[at - 1]?.distance_meters ?? 0),
    );
  if (!isRight)
    throw new Error(`the page at ${lon}, ${lat} is not right: ${JSON.stringify(rows).slice(0, 400)}`);
  return took;
}

/** Milliseconds of the least that could work: the nearest stores from the index, asked nothing else. */
export async function askBare(client: pg.Client, { lon, lat }: Place): Promise<number> {
  const start = performance.now();
  const { rows } = await client.query({ name: 'bare', text: bare, values: [lon, lat] });
  const took = performance.now() - start;
  if (rows.length !== pageSize) throw new Error(`the bare query answered ${rows.length} rows`);
  return took;
}
