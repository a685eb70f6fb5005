import type { Enums } from '@linli/database';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag, type Tone } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import { usePayouts, type PayoutRow } from '../../queries/finance/use-payouts.ts';
import { usePartyNames } from '../../queries/ledger/use-party-names.ts';
import { PayoutDrawer } from './payout-drawer.tsx';

const shown = {
  open: ['pending', 'processing'],
  failed: ['failed'],
  all: [],
} satisfies Record<string, Enums<'payout_status'>[]>;
type Shown = keyof typeof shown;

const tones: Record<Enums<'payout_status'>, Tone> = {
  pending: 'accent',
  processing: 'info',
  paid: 'success',
  failed: 'danger',
  cancelled: 'quiet',
};

/** Settled money that merchants and riders ask for. */
export default function PayoutsPage() {
  const text = useText();
  const names = usePartyNames().data;
  const [which, setWhich] = useState<Shown>('open');
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const payouts = usePayouts(shown[which]);
  const open = payouts.rows?.find((row) => row.id === openId);
  const nameOf = (row: PayoutRow): string => names?.get(row.party_id) ?? '–';
  return (
    <Page title={text('screen.payouts')} lead={text('payouts.lead')}>
      <div className="filters">
        <Segmented<Shown>
          aria-label={text('field.status')}
          value={which}
          onChange={setWhich}
          options={(Object.keys(shown) as Shown[]).map((value) => ({
            value,
            label: <span data-testid={`payouts-${value}`}>{text(`payouts.shown_${value}`)}</span>,
          }))}
        />
      </div>
      <DataTable<PayoutRow>
        label={text('screen.payouts')}
        testId="payout-table"
        rows={payouts.rows}
        loading={payouts.isPending}
        error={payouts.error}
        onRetry={() => void payouts.refetch()}
        openId={open?.id}
        onOpen={(row) => setOpenId(row.id)}
        empty={<EmptyState title={text('payouts.none')} hint={text('payouts.none_hint')} />}
        columns={[
          {
            title: text('statement.party'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="payout-open">
                {nameOf(row)}
              </RowLink>
            ),
          },
          { title: text('statement.kind'), render: (_, row) => text(`settlement_party.${row.party}`) },
          {
            title: text('field.status'),
            render: (_, row) => (
              <ToneTag tone={tones[row.status]}>{text(`payout_status.${row.status}`)}</ToneTag>
            ),
          },
          { title: text('payouts.account'), dataIndex: 'account_masked', className: 'tabular' },
          { title: text('payouts.asked'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: text('payouts.amount'),
            align: 'right',
            render: (_, row) => <Money cents={row.amount_cents} currency={row.currency} strong />,
          },
        ]}
        footer={
          payouts.hasNextPage && (
            <div className="table-more">
              <Button loading={payouts.isFetchingNextPage} onClick={() => void payouts.fetchNextPage()}>
                {text('action.more')}
              </Button>
            </div>
          )
        }
      />
      <PayoutDrawer
        payout={open}
        partyName={open ? nameOf(open) : ''}
        tone={open ? tones[open.status] : 'quiet'}
        onClose={() => setOpenId(undefined)}
      />
    </Page>
  );
}
