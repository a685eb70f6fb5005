import { Segmented } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { useSaveOrder } from '../../components/use-save-order.ts';
import type { BannerLink } from '../../lib/banner-link.ts';
import { localName } from '../../lib/local-name.ts';
import { reorder } from '../../lib/reorder.ts';
import { scheduleState } from '../../lib/schedule-state.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useBanners, type BannerRow } from '../../queries/content/use-banners.ts';
import { useSegments } from '../../queries/member/use-segments.ts';
import { BannerDrawer } from './banner-drawer.tsx';
import { PhonePreview } from './phone-preview.tsx';

type Props = { city: CityRow; isNew: boolean; onNewClosed: () => void };
const places = ['home_banner', 'home_tile'] as const;
const tones = { live: 'success', planned: 'info', ended: 'quiet', off: 'quiet' } as const;

/** Banners and tiles of the front page in their order, beside a phone that shows them. */
export function BannersPanel({ city, isNew, onNewClosed }: Props) {
  const text = useText();
  const locale = useLocale();
  const may = useMay('content', 'edit');
  const now = useNow();
  const banners = useBanners(city.id);
  const segments = useSegments().rows ?? [];
  const saveOrder = useSaveOrder('banners');
  const [place, setPlace] = useState<BannerRow['place']>('home_banner');
  const [open, setOpen] = useState<BannerRow | undefined>(undefined);
  const rows = banners.rows?.filter((row) => row.place === place);
  const move = (from: number, to: number): void => void saveOrder(reorder(rows ?? [], from, to));
  return (
    <div className="with-phone">
      <div>
        <Segmented
          value={place}
          onChange={setPlace}
          aria-label={text('content.place')}
          options={places.map((value) => ({ value, label: text(`content_place.${value}`) }))}
        />
        <DataTable<BannerRow>
          label={text('content.part_banners')}
          testId="banner-table"
          rows={rows}
          loading={banners.loading}
          error={banners.error}
          onRetry={() => void banners.refetch()}
          onOpen={setOpen}
          openId={open?.id}
          onDrop={may ? move : undefined}
          empty={<EmptyState title={text('content.no_banners')} hint={text('content.no_banners_hint')} />}
          columns={[
            {
              title: text('content.order'),
              width: 88,
              render: (_, row, index) => (
                <MoveButtons
                  name={localName(row, locale)}
                  index={index}
                  count={rows?.length ?? 0}
                  disabled={!may}
                  onMove={(to) => move(index, to)}
                />
              ),
            },
            {
              title: text('field.name'),
              render: (_, row) => (
                <RowLink onClick={() => setOpen(row)} testId="banner-open">
                  {localName(row, locale)}
                </RowLink>
              ),
            },
            {
              title: text('content.link'),
              render: (_, row) => text(`link_kind.${(row.link as BannerLink).kind}`),
            },
            {
              title: text('content.audience'),
              render: (_, row) => {
                const segment = segments.find((known) => known.id === row.segment_id);
                return segment ? localName(segment, locale) : text('content.everyone');
              },
            },
            {
              title: text('content.runs'),
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
                const state = scheduleState(row, now);
                return <ToneTag tone={tones[state]}>{text(`schedule_state.${state}`)}</ToneTag>;
              },
            },
            {
              title: text('content.shown'),
              align: 'center',
              render: (_, row) => (
                <SwitchCell
                  resource="banners"
                  id={row.id}
                  field="is_published"
                  disabled={!may}
                  checked={row.is_published}
                  label={text('content.show_named', { name: localName(row, locale) })}
                  testId="banner-published"
                />
              ),
            },
          ]}
        />
      </div>
      <PhonePreview city={city} banners={banners.rows ?? []} segments={segments} now={now} />
      <BannerDrawer
        city={city}
        segments={segments}
        banner={isNew ? 'new' : open}
        place={place}
        lastOrder={Math.max(0, ...(rows ?? []).map((row) => row.sort_order))}
        onClose={() => {
          setOpen(undefined);
          onNewClosed();
        }}
      />
    </div>
  );
}
