import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Ticket } from './types.ts';

export interface Question {
  subjectCode: string;
  body: string;
  orderId: string | undefined;
  /** Names of uploaded pictures. */
  pictures: string[];
}

/** Asks support; `key` is the idempotency key of this intent. Throws DomainFailure. */
export async function openTicket(client: LinliClient, question: Question, key: string): Promise<Ticket> {
  const answer: unknown = unwrap(
    await client
      .rpc('open_ticket', {
        p_subject_code: question.subjectCode,
        p_body: question.body,
        p_idempotency_key: key,
        p_attachments: question.pictures,
        ...(question.orderId !== undefined && { p_order_id: question.orderId }),
      })
      .abortSignal(requestLimit()),
  );
  return answer as Ticket;
}
