import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Fix } from './position-source.ts';

/** Tells the platform where the rider is; it ignores reports older than the last. Throws DomainFailure. */
export async function reportPosition(client: LinliClient, fix: Fix): Promise<void> {
  unwrap(
    await client
      .rpc('report_position', {
        p_lon: fix.lon,
        p_lat: fix.lat,
        p_heading: fix.heading ?? undefined,
        p_at: new Date(fix.at).toISOString(),
      })
      .abortSignal(requestLimit()),
  );
}
