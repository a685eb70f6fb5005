import type { RealtimeServices } from '../services.ts';
import type { Broadcast } from '../wire/broadcast-frame.ts';

/** How long a message asked to be kept: seconds, or null for as long as messages are kept. */
export interface Persistence {
  ttlSeconds: number | null;
}

/** Reads `persist` from the metadata of a push: `true` or `{ttl}`; null when nothing is to be stored. */
export function readPersistence(metadata: string): Persistence | null {
  let persist: unknown;
  try {
    persist = (JSON.parse(metadata) as { persist?: unknown } | null)?.persist;
  } catch {
    return null;
  }
  if (persist === true) return { ttlSeconds: null };
  const ttl = (persist as { ttl?: unknown } | null | undefined)?.ttl;
  return typeof ttl === 'number' && ttl > 0 ? { ttlSeconds: ttl } : null;
}

/**
 * Stores a message for replay. It is sent by the caller: when the replication feed meets the row
 * it knows by the id that nothing is left to do.
 */
export async function storeBroadcast(
  { pool, sentIds }: Pick<RealtimeServices, 'pool' | 'sentIds'>,
  id: string,
  topic: string,
  message: Broadcast,
  { ttlSeconds }: Persistence,
): Promise<void> {
  sentIds.add(id);
  const isJson = message.encoding === 'json';
  await pool.query(
    `with stored as (
       insert into realtime.messages (id, topic, extension, event, payload, binary_payload, private)
       values ($1, $2, 'broadcast', $3, $4::jsonb, $5, true)
       returning id
     )
     insert into realtime.message_expiries (message_id, expires_at)
     select id, now() + make_interval(secs => $6) from stored where $6::double precision is not null`,
    [
      id,
      topic,
      message.event,
      isJson ? message.payload.toString('utf8') : null,
      isJson ? null : message.payload,
      ttlSeconds,
    ],
  );
}
