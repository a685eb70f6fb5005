import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { RiderHome } from './rider-home.ts';

/** The rider's whole screen: state, offers, tasks, today's income. Throws DomainFailure. */
export async function getRiderHome(client: LinliClient): Promise<RiderHome> {
  return unwrap(await client.rpc('get_rider_home').abortSignal(requestLimit())) as unknown as RiderHome;
}
