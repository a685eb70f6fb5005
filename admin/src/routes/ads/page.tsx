import { newKey } from '@linli/database';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { dayIn } from '../../lib/day-time.ts';
import { localName } from '../../lib/local-name.ts';
import { useNow } from '../../live/use-now.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useAdBid } from '../../queries/content/use-ad-bid.ts';
import { useAds, type AdBidRow, type AdRunRow, type AdSlotRow } from '../../queries/content/use-ads.ts';
import { BidDrawer } from './bid-drawer.tsx';

/** A store's advertising: the slots of its city, its bids, and what its days cost. */
export default function AdsPage() {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { store, city } = useStore();
  const today = dayIn(new Date(useNow()), city.timezone);
  const ads = useAds(city.id, store.id);
  const bid = useAdBid();
  const [slot, setSlot] = useState<AdSlotRow | undefined>(undefined);
  const slots = ads.data?.slots.filter((row) => row.is_active);
  const slotName = (id: string): string => {
    const found = ads.data?.slots.find((row) => row.id === id);
    return found ? localName(found, locale) : '–';
  };
  const withdraw = (bidId: string): void =>
    bid.mutate(
      { command: 'withdraw', bidId, key: newKey() },
      { onError: (error) => void message.error(errorText(error)) },
    );
  return (
    <Page title={text('screen.ads')} lead={text('ads.lead')}>
      <div className="cards">
        <DataTable<AdSlotRow>
          label={text('ads.slots')}
          testId="ad-slots"
          rows={slots}
          loading={ads.isPending}
          error={ads.error}
          onRetry={() => void ads.refetch()}
          empty={<EmptyState title={text('content.no_ads')} hint={text('ads.no_slots_hint')} />}
          columns={[
            { title: text('field.name'), render: (_, row) => localName(row, locale) },
            { title: text('content.position'), dataIndex: 'position', align: 'right' },
            {
              title: text('content.floor'),
              align: 'right',
              render: (_, row) => <Money cents={row.floor_cents} currency={city.currency} />,
            },
            {
              title: text('ads.today'),
              render: (_, row) => {
                const run = ads.data?.runs.find(
                  (known) => known.slot_id === row.id && known.run_on === today,
                );
                return run ? text('ads.running') : <span className="muted">{text('ads.not_running')}</span>;
              },
            },
            {
              title: '',
              align: 'right',
              render: (_, row) => (
                <Button size="small" onClick={() => setSlot(row)} data-testid="ad-bid">
                  {text('ads.bid')}
                </Button>
              ),
            },
          ]}
        />
        <section>
          <h2 className="part-head">{text('ads.my_bids')}</h2>
          <DataTable<AdBidRow>
            label={text('ads.my_bids')}
            testId="ad-bids"
            rows={ads.data?.bids}
            empty={<EmptyState title={text('ads.no_bids')} hint={text('ads.no_bids_hint')} />}
            columns={[
              { title: text('ads.slot'), render: (_, row) => slotName(row.slot_id) },
              { title: text('content.days'), render: (_, row) => `${row.starts_on} – ${row.ends_on}` },
              {
                title: text('ads.at_most'),
                align: 'right',
                render: (_, row) => <Money cents={row.amount_cents} currency={city.currency} />,
              },
              {
                title: '',
                align: 'right',
                render: (_, row) =>
                  row.withdrawn_at !== null ? (
                    <span className="muted">{text('ads.withdrawn')}</span>
                  ) : row.ends_on < today ? (
                    <span className="muted">{text('ads.over')}</span>
                  ) : (
                    <Popconfirm title={text('ads.withdraw_question')} onConfirm={() => withdraw(row.id)}>
                      <Button size="small" type="text" danger>
                        {text('ads.withdraw')}
                      </Button>
                    </Popconfirm>
                  ),
              },
            ]}
          />
        </section>
        <section>
          <h2 className="part-head">{text('ads.won')}</h2>
          <DataTable<AdRunRow>
            label={text('ads.won')}
            rows={ads.data?.runs}
            empty={<p className="muted">{text('ads.none_won')}</p>}
            columns={[
              { title: text('field.date'), dataIndex: 'run_on' },
              { title: text('ads.slot'), render: (_, row) => slotName(row.slot_id) },
              { title: text('ads.bidders'), dataIndex: 'bid_count', align: 'right' },
              {
                title: text('content.price'),
                align: 'right',
                render: (_, row) => <Money cents={row.price_cents ?? 0} currency={city.currency} />,
              },
            ]}
          />
        </section>
      </div>
      <BidDrawer
        city={city}
        storeId={store.id}
        slot={slot}
        today={today}
        onClose={() => setSlot(undefined)}
      />
    </Page>
  );
}
