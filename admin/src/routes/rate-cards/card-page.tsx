import { CarOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { newRateRule } from '../../lib/rates/rate-rule.ts';
import { useText } from '../../providers/use-text.ts';
import type { RateCardDraft } from '../../queries/city/use-rate-card-commands.ts';
import { useRateCards, type RateCardRow } from '../../queries/city/use-rate-cards.ts';
import { RateCardEditor } from './card-editor.tsx';
import { draftOfCard } from './draft-of-card.ts';

const fresh: RateCardDraft = {
  name: '',
  zoneId: null,
  storeId: null,
  reachMeters: 6000,
  startsAt: null,
  endsAt: null,
  rules: [newRateRule('base'), newRateRule('distance')],
};

/** One card, or a new one; a change is always the next version. */
export function RateCardPage() {
  const { id } = useParams();
  const text = useText();
  const city = useCity();
  const cards = useRateCards(city.id);
  if (cards.isError && cards.data === undefined)
    return <ErrorState error={cards.error} onRetry={() => void cards.refetch()} />;
  if (cards.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (id === 'new') return <RateCardEditor city={city} card={undefined} initial={fresh} />;
  const card: RateCardRow | undefined = cards.data.find((one) => one.id === id);
  if (card === undefined)
    return <Notice page icon={<CarOutlined />} title={text('error.store.rate_card_not_found')} />;
  return <RateCardEditor key={card.id} city={city} card={card} initial={draftOfCard(card)} />;
}
