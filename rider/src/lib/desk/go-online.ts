import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Starts to receive offers at a place (WGS-84). Throws DomainFailure. */
export async function goOnline(client: LinliClient, lon: number, lat: number): Promise<void> {
  unwrap(await client.rpc('go_online', { p_lon: lon, p_lat: lat }).abortSignal(requestLimit()));
}
