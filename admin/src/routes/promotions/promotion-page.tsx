import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { draftOf } from '../../lib/promotion/draft.ts';
import { draftOfPreset, presets } from '../../lib/promotion/presets.ts';
import { useText } from '../../providers/use-text.ts';
import { usePromotion } from '../../queries/promotion/use-promotion.ts';
import { usePromotionFacts } from '../../queries/rules/use-facts.ts';
import { GiftOutlined } from '@ant-design/icons';
import { PromotionEditor } from './promotion-editor.tsx';
import type { PromotionScope } from './scope.ts';

/** One promotion, new or saved, once what the builder needs is there. */
export function PromotionPage({ scope }: { scope: PromotionScope }) {
  const { id, preset: named } = useParams();
  const text = useText();
  const facts = usePromotionFacts();
  const promotion = usePromotion(id);
  const preset = presets.find((one) => one === named);
  const { storeId } = scope;
  const row = promotion.data ?? undefined;
  const initial = useMemo(
    () =>
      row
        ? draftOf(row)
        : preset
          ? draftOfPreset(preset, storeId ?? null, new Date().toISOString())
          : undefined,
    [row, preset, storeId],
  );
  const failed = facts.error ?? promotion.error;
  if (failed && (facts.data === undefined || (id !== undefined && row === undefined))) {
    return (
      <ErrorState error={failed} onRetry={() => void Promise.all([facts.refetch(), promotion.refetch()])} />
    );
  }
  if (facts.data === undefined || (id !== undefined && promotion.isPending))
    return <Skeleton active paragraph={{ rows: 10 }} />;
  if (initial === undefined)
    return <Notice page icon={<GiftOutlined />} title={text('error.promotion.not_found')} />;
  return (
    <PromotionEditor
      key={row ? `${row.id} ${row.version}` : preset}
      scope={scope}
      row={row}
      initial={initial}
      facts={facts.data}
    />
  );
}
