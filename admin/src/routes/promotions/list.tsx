import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useList } from '@refinedev/core';
import type { Tables } from '@linli/database';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useTierText } from '../../components/use-tier-text.ts';
import { localName } from '../../lib/local-name.ts';
import { promotionState } from '../../lib/promotion-state.ts';
import { hasTiers, readTiers } from '../../lib/tiers.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCityStores } from '../../queries/store/use-city-stores.ts';
import { PromotionDrawer } from './promotion-drawer.tsx';
import { PromotionSwitch } from './promotion-switch.tsx';

export type PromotionRow = Tables<'promotions'>;

const tones = { live: 'success', planned: 'info', ended: 'quiet', off: 'quiet', used_up: 'warning' } as const;

/** The promotions of the city, planned and running; others' changes arrive by themselves. */
export default function PromotionsPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const now = useNow();
  const tierText = useTierText();
  const stores = useCityStores(city.id).data ?? [];
  const [open, setOpen] = useState<PromotionRow | 'new' | undefined>(undefined);
  const { query } = useList<PromotionRow>({
    resource: 'promotions',
    filters: [{ field: 'city_id', operator: 'eq', value: city.id }],
    sorters: [
      { field: 'priority', order: 'asc' },
      { field: 'created_at', order: 'desc' },
    ],
    pagination: { mode: 'off' },
    meta: { count: 'planned', select: '*, used_cents' },
  });
  const storeName = (id: string | null): string => {
    const store = stores.find((known) => known.id === id);
    return id === null ? text('promotions.all_stores') : store ? localName(store, locale) : '–';
  };
  return (
    <Page
      title={text('screen.promotions')}
      lead={text('promotions.lead')}
      actions={
        <Button
          type="primary"
          icon={<PlusOutlined />}
          data-testid="promotion-new"
          onClick={() => setOpen('new')}
        >
          {text('promotions.new')}
        </Button>
      }
    >
      <DataTable<PromotionRow>
        label={text('screen.promotions')}
        testId="promotion-table"
        rows={query.data?.data}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        onOpen={setOpen}
        empty={<EmptyState title={text('promotions.none')} hint={text('promotions.none_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <RowLink onClick={() => setOpen(row)} testId="promotion-open">
                {localName(row, locale)}
              </RowLink>
            ),
          },
          {
            title: text('promotions.rule'),
            render: (_, row) => (
              <span className="accent-text">
                {hasTiers(row.kind)
                  ? tierText(row.kind, readTiers(row.tiers), city.currency)
                  : text(`promotion_kind.${row.kind}`)}
              </span>
            ),
          },
          { title: text('order.store'), render: (_, row) => storeName(row.store_id) },
          { title: text('promotions.bearer'), render: (_, row) => text(`cost_bearer.${row.cost_bearer}`) },
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
                label={text('promotions.active_named', { name: localName(row, locale) })}
              />
            ),
          },
        ]}
      />
      <PromotionDrawer city={city} stores={stores} promotion={open} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
