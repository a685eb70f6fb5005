import { settled } from '#lib/platform/open-database.ts';
import type { RiderHome } from './rider-home.ts';

/** Remembers the last screen of a rider, to work on without a network. */
export async function keepHome(database: IDBDatabase, home: RiderHome): Promise<void> {
  const kept = database.transaction('kept', 'readwrite').objectStore('kept');
  await settled(kept.put(home, `home ${home.rider.id}`));
}

/** The last screen of this rider on this phone, without its offers, which are long over. */
export async function readKeptHome(database: IDBDatabase, riderId: string): Promise<RiderHome | null> {
  const kept = database.transaction('kept', 'readonly').objectStore('kept');
  const home = (await settled(kept.get(`home ${riderId}`))) as RiderHome | undefined;
  return home ? { ...home, offers: [] } : null;
}

/** Forgets the screen of a rider who signs out: it holds people's addresses. */
export async function forgetHome(database: IDBDatabase, riderId: string): Promise<void> {
  const kept = database.transaction('kept', 'readwrite').objectStore('kept');
  await settled(kept.delete(`home ${riderId}`));
}
