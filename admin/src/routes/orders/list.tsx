import { Button, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { OpsOrderDrawer } from '../../components/ops/ops-order-drawer.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RiskMark } from '../../components/risk-mark.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { OrderStatusTag } from '../../components/status-tag.tsx';
import { useReasonText } from '../../components/use-reason-text.ts';
import { localName } from '../../lib/local-name.ts';
import { readOrderFilter, writeOrderFilter } from '../../lib/order-filter.ts';
import { orderRisk } from '../../lib/order-risk.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import type { OrderRow } from '../../queries/order/read-order-page.ts';
import { useOrderList } from '../../queries/order/use-order-list.ts';
import { useCityStores } from '../../queries/store/use-city-stores.ts';
import { OrderFilters } from './order-filters.tsx';

/** Every order of the city, newest first, live. */
export default function OrdersPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const now = useNow();
  const reasonText = useReasonText();
  const searchBox = useRef<InputRef>(null);
  const [params, setParams] = useSearchParams();
  const openId = params.get('order') ?? undefined;
  const filter = readOrderFilter(params);
  const orders = useOrderList(city, filter);
  const stores = useCityStores(city.id).data;
  useLiveRefresh(`city:${city.id}`, [orderKeys.list(city.id)]);
  const open = (id: string | undefined): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (id === undefined) next.delete('order');
        else next.set('order', id);
        return next;
      },
      { replace: true },
    );
  return (
    <Page title={text('screen.orders')}>
      <OrderFilters
        stores={stores ?? []}
        filter={filter}
        onChange={(next) => setParams((before) => writeOrderFilter(before, next), { replace: true })}
        searchRef={searchBox}
      />
      <DataTable<OrderRow>
        label={text('screen.orders')}
        testId="order-table"
        rows={orders.rows}
        loading={orders.isPending}
        error={orders.error}
        onRetry={() => void orders.refetch()}
        openId={openId}
        onOpen={(row) => open(row.id)}
        onSearch={() => searchBox.current?.focus()}
        empty={<EmptyState title={text('orders.none')} hint={text('orders.none_hint')} />}
        columns={[
          {
            title: text('order.number'),
            render: (_, row) => (
              <RowLink onClick={() => open(row.id)} testId="order-open">
                {row.number}
              </RowLink>
            ),
          },
          { title: text('field.status'), render: (_, row) => <OrderStatusTag status={row.status} /> },
          {
            title: text('order.risk'),
            render: (_, row) => {
              const risk = orderRisk({ ...row, delivery: null }, now);
              return risk === 'ok' ? null : <RiskMark risk={risk} />;
            },
          },
          {
            title: text('order.store'),
            render: (_, row) =>
              localName({ name: row.store_name, translations: row.store_translations }, locale),
          },
          { title: text('order.way'), render: (_, row) => text(`fulfillment_type.${row.fulfillment_type}`) },
          { title: text('field.reason'), render: (_, row) => row.reason_code && reasonText(row.reason_code) },
          { title: text('order.created_at'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: text('order.total'),
            align: 'right',
            render: (_, row) => <Money cents={row.total_cents} currency={row.currency} />,
          },
        ]}
        footer={
          orders.hasNextPage && (
            <div className="table-more">
              <Button
                loading={orders.isFetchingNextPage}
                onClick={() => void orders.fetchNextPage()}
                data-testid="load-more"
              >
                {text('action.more')}
              </Button>
            </div>
          )
        }
      />
      <OpsOrderDrawer orderId={openId} onClose={() => open(undefined)} />
    </Page>
  );
}
