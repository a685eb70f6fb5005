import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { dayIn } from '../../lib/day-time.ts';
import { localName } from '../../lib/local-name.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useAds, type AdSlotRow } from '../../queries/content/use-ads.ts';
import { useCityStores } from '../../queries/store/use-city-stores.ts';
import { SlotDrawer } from './slot-drawer.tsx';

type Props = { city: CityRow; isNew: boolean; onNewClosed: () => void };

/** The ad slots of the city: today's winner and price, and how many bid for the days to come. */
export function AdsPanel({ city, isNew, onNewClosed }: Props) {
  const text = useText();
  const locale = useLocale();
  const may = useMay('content', 'edit');
  const today = dayIn(new Date(useNow()), city.timezone);
  const ads = useAds(city.id);
  const stores = useCityStores(city.id).data ?? [];
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const slots = ads.data?.slots;
  const nameOf = (id: string | null): string => {
    const store = stores.find((known) => known.id === id);
    return store ? localName(store, locale) : '–';
  };
  const runToday = (slot: AdSlotRow) =>
    ads.data?.runs.find((run) => run.slot_id === slot.id && run.run_on === today);
  return (
    <>
      <DataTable<AdSlotRow>
        label={text('content.part_ads')}
        testId="ad-table"
        rows={slots}
        loading={ads.isPending}
        error={ads.error}
        onRetry={() => void ads.refetch()}
        onOpen={(row) => setOpenId(row.id)}
        openId={openId}
        empty={<EmptyState title={text('content.no_ads')} hint={text('content.no_ads_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="ad-open">
                {localName(row, locale)}
              </RowLink>
            ),
          },
          { title: text('content.position'), dataIndex: 'position', align: 'right' },
          {
            title: text('content.floor'),
            align: 'right',
            render: (_, row) => <Money cents={row.floor_cents} currency={city.currency} />,
          },
          {
            title: text('content.today'),
            render: (_, row) => {
              const run = runToday(row);
              return run?.store_id ? (
                nameOf(run.store_id)
              ) : (
                <span className="muted">{text('content.empty_slot')}</span>
              );
            },
          },
          {
            title: text('content.price_today'),
            align: 'right',
            render: (_, row) => {
              const cents = runToday(row)?.price_cents;
              return cents ? <Money cents={cents} currency={city.currency} /> : '–';
            },
          },
          {
            title: text('content.open_bids'),
            align: 'right',
            render: (_, row) =>
              ads.data?.bids.filter(
                (bid) => bid.slot_id === row.id && bid.withdrawn_at === null && bid.ends_on > today,
              ).length ?? 0,
          },
          {
            title: text('field.is_active'),
            align: 'center',
            render: (_, row) => (
              <SwitchCell
                resource="ad_slots"
                id={row.id}
                field="is_active"
                disabled={!may}
                checked={row.is_active}
                label={text('content.show_named', { name: localName(row, locale) })}
              />
            ),
          },
        ]}
      />
      <SlotDrawer
        city={city}
        slot={isNew ? 'new' : slots?.find((row) => row.id === openId)}
        ads={ads.data}
        nameOf={nameOf}
        onClose={() => {
          setOpenId(undefined);
          onNewClosed();
        }}
      />
    </>
  );
}
