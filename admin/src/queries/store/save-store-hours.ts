import type { LinliClient } from '@linli/database';
import type { HourRange } from '../../lib/store-hours.ts';
import { run } from '../run.ts';
import type { HourRow } from './use-store-hours.ts';

/** Makes the weekly hours of a store the given ranges: unknown ones are added, missing ones removed. */
export async function saveStoreHours(
  client: LinliClient,
  storeId: string,
  before: readonly HourRow[],
  after: readonly HourRange[],
): Promise<void> {
  const text = (range: HourRange): string =>
    `${range.weekday} ${range.opens_at.slice(0, 5)} ${range.closes_at.slice(0, 5)}`;
  const wanted = new Set(after.map(text));
  const known = new Set(before.map(text));
  const removed = before.filter((row) => !wanted.has(text(row))).map((row) => row.id);
  const added = after.filter((range) => !known.has(text(range)));
  if (removed.length > 0) await run(client.from('store_hours').delete().in('id', removed));
  if (added.length > 0) {
    await run(
      client.from('store_hours').insert(
        added.map(({ weekday, opens_at, closes_at }) => ({
          store_id: storeId,
          weekday,
          opens_at,
          closes_at,
        })),
      ),
    );
  }
}
