import { Tabs } from 'antd';
import { useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { OrderDrawer } from '../../components/order/order-drawer.tsx';
import { Page } from '../../components/page.tsx';
import { PenaltySection } from '../../components/penalty/penalty-section.tsx';
import { StatementDrawer } from '../../components/statement/statement-drawer.tsx';
import { StatementTable } from '../../components/statement/statement-table.tsx';
import { useText } from '../../providers/use-text.ts';
import { useStatements, type StatementRow } from '../../queries/ledger/use-statements.ts';
import { BalanceCard } from './balance-card.tsx';
import { PayoutTable } from './payout-table.tsx';

/** What the merchant earned, day by day and order by order, and its way to the bank. */
export default function StatementsPage() {
  const text = useText();
  const { store, city } = useStore();
  const statements = useStatements({ partyId: store.merchant_id, cityId: city.id });
  const [open, setOpen] = useState<StatementRow | undefined>(undefined);
  const [orderId, setOrderId] = useState<string | undefined>(undefined);
  return (
    <Page title={text('screen.statements')} lead={text('statement.lead')}>
      <BalanceCard merchantId={store.merchant_id} currency={city.currency} />
      <Tabs
        items={[
          {
            key: 'statements',
            label: text('withdraw.statements'),
            children: (
              <StatementTable
                rows={statements.data}
                loading={statements.isPending}
                error={statements.error}
                onRetry={() => void statements.refetch()}
                openId={open?.id}
                onOpen={setOpen}
                empty={<EmptyState title={text('statement.none')} hint={text('statement.none_hint')} />}
              />
            ),
          },
          {
            key: 'payouts',
            label: <span data-testid="tab-payouts">{text('withdraw.list')}</span>,
            children: <PayoutTable merchantId={store.merchant_id} />,
          },
        ]}
      />
      <div className="section-below">
        <PenaltySection merchantId={store.merchant_id} side="merchant" />
      </div>
      <StatementDrawer
        statement={open}
        title={text('statement.of_day', { day: open?.period_on ?? '' })}
        onOrder={setOrderId}
        onClose={() => {
          setOpen(undefined);
          setOrderId(undefined);
        }}
      />
      <OrderDrawer orderId={orderId} onClose={() => setOrderId(undefined)} />
    </Page>
  );
}
