import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

interface Intent {
  id: string;
  /** The idempotency key of this intent. */
  key: string;
}

/** Goes on in a conversation. Throws DomainFailure. */
export async function replyTicket(
  client: LinliClient,
  { id, key }: Intent,
  body: string,
  pictures: string[],
): Promise<void> {
  unwrap(
    await client
      .rpc('reply_ticket', {
        p_ticket_id: id,
        p_body: body,
        p_attachments: pictures,
        p_idempotency_key: key,
      })
      .abortSignal(requestLimit()),
  );
}
