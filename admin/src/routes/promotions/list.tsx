import { PlusOutlined } from '@ant-design/icons';
import { useList } from '@refinedev/core';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { promotionState } from '../../lib/promotion-state.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { PromotionRow } from '../../queries/promotion/use-promotion.ts';
import { useCityStores } from '../../queries/store/use-city-stores.ts';
import { PromotionSwitch } from './promotion-switch.tsx';
import type { PromotionScope } from './scope.ts';
import { useOfferText } from './use-offer-text.ts';

const tones = { live: 'success', planned: 'info', ended: 'quiet', off: 'quiet', used_up: 'warning' } as const;

/** Promotions, planned and running; others' changes arrive by themselves. */
export function PromotionList({ scope }: { scope: PromotionScope }) {
  const { base, city, storeId, mayEdit, views } = scope;
  const text = useText();
  const locale = useLocale();
  const now = useNow();
  const navigate = useNavigate();
  const offerText = useOfferText(city.currency);
  const stores = useCityStores(city.id).data ?? [];
  const { query } = useList<PromotionRow>({
    resource: 'promotions',
    filters: [
      { field: 'city_id', operator: 'eq', value: city.id },
      ...(storeId === undefined ? [] : [{ field: 'store_id', operator: 'eq' as const, value: storeId }]),
    ],
    sorters: [
      { field: 'priority', order: 'asc' },
      { field: 'created_at', order: 'desc' },
    ],
    pagination: { mode: 'off' },
    meta: { count: 'planned', select: '*, used_cents' },
  });
  const storeName = (row: PromotionRow): string => {
    if (row.is_for_enrolled) return text('promotions.enrolled_stores');
    const store = stores.find((known) => known.id === row.store_id);
    return row.store_id === null ? text('promotions.all_stores') : store ? localName(store, locale) : '–';
  };
  const open = (row: PromotionRow): void => void navigate(`${base}/${row.id}`);
  return (
    <Page
      title={text(storeId === undefined ? 'screen.promotions' : 'screen.marketing')}
      lead={text(storeId === undefined ? 'promotions.lead' : 'promotions.own_lead')}
      actions={
        mayEdit && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="promotion-new"
            onClick={() => void navigate(`${base}/new`)}
          >
            {text('promotions.new')}
          </Button>
        )
      }
    >
      {views}
      <DataTable<PromotionRow>
        label={text('screen.promotions')}
        testId="promotion-table"
        rows={query.data?.data}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        onOpen={open}
        empty={<EmptyState title={text('promotions.none')} hint={text('promotions.none_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <RowLink onClick={() => open(row)} testId="promotion-open">
                {localName(row, locale)}
              </RowLink>
            ),
          },
          { title: text('promotions.kind'), render: (_, row) => text(`promotion_kind.${row.kind}`) },
          {
            title: text('promotions.rule'),
            render: (_, row) => <span className="accent-text">{offerText(row)}</span>,
          },
          ...(storeId === undefined
            ? [
                { title: text('order.store'), render: (_: unknown, row: PromotionRow) => storeName(row) },
                {
                  title: text('promotions.bearer'),
                  render: (_: unknown, row: PromotionRow) => text(`cost_bearer.${row.cost_bearer}`),
                },
              ]
            : []),
          {
            title: text('promotions.used'),
            align: 'right',
            render: (_, row) => (
              <>
                <Money cents={row.used_cents ?? 0} currency={city.currency} />
                {row.budget_cents !== null && (
                  <span className="muted">
                    {' / '}
                    <Money cents={row.budget_cents} currency={city.currency} />
                  </span>
                )}
              </>
            ),
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
              const state = promotionState(row, now);
              return <ToneTag tone={tones[state]}>{text(`promotion_state.${state}`)}</ToneTag>;
            },
          },
          {
            title: text('field.is_active'),
            align: 'center',
            render: (_, row) => (
              <PromotionSwitch
                row={row}
                isReadOnly={!mayEdit}
                label={text('promotions.active_named', { name: localName(row, locale) })}
              />
            ),
          },
        ]}
      />
    </Page>
  );
}
