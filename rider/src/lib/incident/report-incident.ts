import { newKey, type LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import { uploadProof } from '#lib/proof/upload-proof.ts';

/** What is in the way: its kind, and if the rider wants, words and a photo. */
export interface IncidentDraft {
  reasonCode: string;
  note: string;
  photo: Blob | null;
}

/** Tells what is in the way: before pickup the task goes to another, after it ops decide. Throws DomainFailure. */
export async function reportIncident(
  client: LinliClient,
  deliveryId: string,
  { reasonCode, note, photo }: IncidentDraft,
): Promise<void> {
  const key = newKey();
  unwrap(
    await client
      .rpc('report_incident', {
        p_delivery_id: deliveryId,
        p_reason_code: reasonCode,
        p_idempotency_key: key,
        p_note: note,
        p_client_at: new Date().toISOString(),
        ...(photo && { p_photo_path: await uploadProof(client, deliveryId, key, photo) }),
      })
      .abortSignal(requestLimit()),
  );
}
