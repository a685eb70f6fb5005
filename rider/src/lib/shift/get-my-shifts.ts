import type { Json, LinliClient, Tables } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Hours for which a zone wants riders; times are ISO text. */
export interface ShiftSlot {
  id: string;
  zone_id: string;
  zone_name: string;
  zone_translations: Json;
  starts_at: string;
  ends_at: string;
  left_count: number;
}

export interface MyShifts {
  slots: ShiftSlot[];
  shifts: Tables<'rider_shifts'>[];
}

/** The slots of the rider's city in the next two weeks, and the rider's own shifts. Throws DomainFailure. */
export async function getMyShifts(client: LinliClient): Promise<MyShifts> {
  return unwrap(await client.rpc('get_my_shifts').abortSignal(requestLimit())) as unknown as MyShifts;
}
