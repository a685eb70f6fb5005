import type { Pool } from 'pg';
import type { ReplayRequest } from '../channel/join-config.ts';
import { RealtimeFailure } from '../failure.ts';

export interface StoredMessage {
  id: string;
  event: string;
  /** JSON text, or null when the message is raw bytes. */
  payload: string | null;
  binaryPayload: Buffer | null;
}

const mostMessages = 25;
const defaultMessages = 25;

interface Row {
  id: string;
  event: string;
  payload: string | null;
  binary_payload: Buffer | null;
}

/**
 * The newest stored messages of a private topic, oldest first.
 * Throws UnableToReplayMessages when the request is not `{since: ms, limit: 1..25}`.
 */
export async function replayMessages(
  pool: Pool,
  topic: string,
  { since, limit = defaultMessages }: ReplayRequest,
): Promise<StoredMessage[]> {
  const valid =
    Number.isSafeInteger(since) &&
    Number.isSafeInteger(limit) &&
    (since as number) >= 0 &&
    (limit as number) >= 1 &&
    (limit as number) <= mostMessages;
  if (!valid) throw new RealtimeFailure('UnableToReplayMessages', 'Replay params are not valid');
  try {
    const found = await pool.query<Row>(
      `select id, event, payload::text as payload, binary_payload
       from realtime.messages m
       where topic = $1 and private and extension = 'broadcast' and event is not null
         and inserted_at >= to_timestamp($2::double precision / 1000) at time zone 'utc'
         and not exists (
           select from realtime.message_expiries e where e.message_id = m.id and e.expires_at <= now()
         )
       order by inserted_at desc
       limit $3`,
      [topic, since, limit],
    );
    return found.rows.reverse().map((row) => ({
      id: row.id,
      event: row.event,
      payload: row.payload,
      binaryPayload: row.binary_payload,
    }));
  } catch {
    throw new RealtimeFailure('UnableToReplayMessages', 'Realtime was unable to replay messages');
  }
}
