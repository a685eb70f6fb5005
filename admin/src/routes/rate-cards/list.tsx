import { PlusOutlined } from '@ant-design/icons';
import { formatDistance } from '@linli/ui/distance';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { cardState, currentCards } from '../../lib/rates/current-cards.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useRateCards, type RateCardRow } from '../../queries/city/use-rate-cards.ts';
import { useScopeName } from './use-scope-name.ts';

/** The cards that count now and those to come: the city's, then of zones, then of single stores. */
export function RateCardList() {
  const text = useText();
  const locale = useLocale();
  const now = useNow();
  const navigate = useNavigate();
  const city = useCity();
  const mayEdit = useMay('rate-cards', 'edit');
  const cards = useRateCards(city.id);
  const scopeName = useScopeName();
  const open = (row: RateCardRow): void => void navigate(`/rate-cards/${row.id}`);
  return (
    <Page
      title={text('screen.rate_cards')}
      lead={text('rates.lead')}
      actions={
        mayEdit && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="rate-card-new"
            onClick={() => void navigate('/rate-cards/new')}
          >
            {text('rates.new')}
          </Button>
        )
      }
    >
      <DataTable<RateCardRow>
        label={text('screen.rate_cards')}
        testId="rate-card-table"
        rows={cards.data && currentCards(cards.data, now)}
        loading={cards.isPending}
        error={cards.error}
        onRetry={() => void cards.refetch()}
        onOpen={open}
        empty={<EmptyState title={text('rates.none')} hint={text('rates.none_hint')} />}
        columns={[
          {
            title: text('rates.scope'),
            render: (_, row) => (
              <RowLink onClick={() => open(row)} testId="rate-card-open">
                {scopeName(row)}
              </RowLink>
            ),
          },
          { title: text('field.name'), render: (_, row) => row.name || <span className="muted">–</span> },
          {
            title: text('rates.rules'),
            render: (_, row) => row.rate_card_rules.map(({ kind }) => text(`rate_kind.${kind}`)).join(' → '),
          },
          {
            title: text('fee.reach'),
            align: 'right',
            render: (_, row) => formatDistance(row.reach_meters, locale),
          },
          {
            title: text('promotions.runs'),
            render: (_, row) => (
              <>
                <RelativeTime at={row.starts_at} /> –{' '}
                {row.ends_at ? <RelativeTime at={row.ends_at} /> : text('promotions.open_end')}
              </>
            ),
          },
          {
            title: text('field.status'),
            render: (_, row) => {
              const state = cardState(row, now);
              return (
                <ToneTag tone={state === 'live' ? 'success' : 'info'}>
                  {text(`promotion_state.${state}`)}
                </ToneTag>
              );
            },
          },
          { title: text('rates.version'), align: 'right', dataIndex: 'version' },
        ]}
      />
    </Page>
  );
}
