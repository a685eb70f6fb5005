import type { Enums } from '@linli/database';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { OpsOrderDrawer } from '../../components/ops/ops-order-drawer.tsx';
import { RefundTag } from '../../components/ops/refund-tag.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { useReasonText } from '../../components/use-reason-text.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useRefunds, type RefundRow } from '../../queries/refund/use-refunds.ts';
import { useCityStores } from '../../queries/store/use-city-stores.ts';

const shown = {
  open: ['escalated', 'requested'],
  sending: ['refunding', 'merchant_approved', 'platform_decided'],
  all: [],
} satisfies Record<string, Enums<'refund_status'>[]>;
type Shown = keyof typeof shown;

/** What customers ask back and what is on its way, with the order beside it to decide. */
export default function RefundsPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const reasonText = useReasonText();
  const [which, setWhich] = useState<Shown>('open');
  const [params, setParams] = useSearchParams();
  const orderId = params.get('order') ?? undefined;
  const refunds = useRefunds(shown[which]);
  const stores = useCityStores(city.id).data;
  const open = (id: string | undefined): void =>
    setParams(id === undefined ? {} : { order: id }, { replace: true });
  return (
    <Page title={text('screen.refunds')} lead={text('refund.lead')}>
      <div className="filters">
        <Segmented<Shown>
          aria-label={text('field.status')}
          value={which}
          onChange={setWhich}
          options={(Object.keys(shown) as Shown[]).map((value) => ({
            value,
            label: <span data-testid={`refunds-${value}`}>{text(`refund.shown_${value}`)}</span>,
          }))}
        />
      </div>
      <DataTable<RefundRow>
        label={text('screen.refunds')}
        testId="refund-table"
        rows={refunds.rows}
        loading={refunds.isPending}
        error={refunds.error}
        onRetry={() => void refunds.refetch()}
        openId={refunds.rows?.find((row) => row.order_id === orderId)?.id}
        onOpen={(row) => open(row.order_id)}
        empty={<EmptyState title={text('refund.none')} hint={text('refund.none_hint')} />}
        columns={[
          {
            title: text('order.store'),
            render: (_, row) => {
              const store = stores?.find((known) => known.id === row.store_id);
              return (
                <RowLink onClick={() => open(row.order_id)} testId="refund-open">
                  {store ? localName(store, locale) : '–'}
                </RowLink>
              );
            },
          },
          { title: text('field.status'), render: (_, row) => <RefundTag status={row.status} /> },
          {
            title: text('field.reason'),
            render: (_, row) => (
              <span className="clip">
                {row.reason === 'ops_decided' ? text('refund.by_ops') : reasonText(row.reason)}{' '}
                <span className="muted">{row.note}</span>
              </span>
            ),
          },
          {
            title: text('refund.liable'),
            render: (_, row) => text(`liable_party.${row.liable_party}`),
          },
          { title: text('order.created_at'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: text('refund.amount'),
            align: 'right',
            render: (_, row) => <Money cents={row.amount_cents} currency={city.currency} />,
          },
        ]}
        footer={
          refunds.hasNextPage && (
            <div className="table-more">
              <Button
                loading={refunds.isFetchingNextPage}
                onClick={() => void refunds.fetchNextPage()}
                data-testid="load-more"
              >
                {text('action.more')}
              </Button>
            </div>
          )
        }
      />
      <OpsOrderDrawer orderId={orderId} onClose={() => open(undefined)} />
    </Page>
  );
}
