import { useLogicText } from '../../components/logic/use-logic-text.ts';
import { VersionsDrawer } from '../../components/versions/versions-drawer.tsx';
import type { Fact } from '../../lib/logic/types.ts';
import { draftOf, type PromotionDraft } from '../../lib/promotion/draft.ts';
import type { PromotionRow } from '../../queries/promotion/use-promotion.ts';

type Props = {
  row: PromotionRow;
  facts: readonly Fact[];
  currency: string;
  open: boolean;
  onClose: () => void;
  onRestore?: (draft: PromotionDraft) => Promise<unknown>;
};

/** What a promotion was; going back leaves its state, kind, store and bearer as they are. */
export function PromotionVersions({ row, facts, currency, open, onClose, onRestore }: Props) {
  const logic = useLogicText(facts, currency);
  return (
    <VersionsDrawer
      table="promotions"
      rowKey={row.id}
      open={open}
      currency={currency}
      ignored={['city_id']}
      show={(path, value) =>
        path.at(-1) === 'conditions' && value !== undefined ? logic.rule(value) : undefined
      }
      onClose={onClose}
      onRestore={
        onRestore && ((content) => onRestore(draftOf(content as unknown as Parameters<typeof draftOf>[0])))
      }
    />
  );
}
