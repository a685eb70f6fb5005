import { useQueryClient } from '@tanstack/react-query';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { changeableOf, insertOf, type PromotionDraft } from '../../lib/promotion/draft.ts';
import { usePromotionCommand } from '../../queries/promotion/use-promotion-command.ts';
import { promotionKey } from '../../queries/promotion/use-promotion.ts';
import { useState } from 'react';
import type { PromotionScope } from './scope.ts';

/** Saves a promotion, runs its commands, removes it; what shows it reads again. Errors are left to the caller. */
export function useSavePromotion(scope: PromotionScope) {
  const queries = useQueryClient();
  const { save, remove } = useSaveRecord('promotions');
  const { mutateAsync } = usePromotionCommand();
  const [isBusy, setBusy] = useState(false);
  const busy = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    setBusy(true);
    try {
      return await work();
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    /** Answers the id. */
    save: (draft: PromotionDraft, id?: string): Promise<string> =>
      busy(async () => {
        const saved = await save(id === undefined ? insertOf(draft, scope.city.id) : changeableOf(draft), id);
        if (id !== undefined) await queries.invalidateQueries({ queryKey: promotionKey(id) });
        return String(saved.id);
      }),
    command: (id: string, command: 'publish' | 'pause' | 'end'): Promise<unknown> =>
      busy(() => mutateAsync({ id, command, key: crypto.randomUUID() })),
    remove: (id: string): Promise<unknown> => busy(() => remove(id)),
  };
}
