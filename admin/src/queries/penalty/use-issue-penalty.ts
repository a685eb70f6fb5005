import { newKey, type Enums } from '@linli/database';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { penaltyKeys } from './use-penalties.ts';

export type PenaltyDraft = {
  kind: Enums<'penalty_kind'>;
  reason_code: string;
  amount_cents: number | null;
  store_id: string | null;
  note: string;
};

/** Warns or fines a merchant. The same key until it worked, so that a repeat fines nobody twice. */
export function useIssuePenalty(merchantId: string): (draft: PenaltyDraft) => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return async (draft) => {
    await run(
      client.rpc('issue_penalty', {
        p_merchant_id: merchantId,
        p_kind: draft.kind,
        p_reason_code: draft.reason_code,
        p_note: draft.note,
        p_idempotency_key: key,
        ...(draft.kind === 'fine' && draft.amount_cents !== null && { p_amount_cents: draft.amount_cents }),
        ...(draft.store_id && { p_store_id: draft.store_id }),
      }),
    );
    setKey(newKey());
    await queries.invalidateQueries({ queryKey: penaltyKeys.all });
  };
}
