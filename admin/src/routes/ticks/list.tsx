import { Drawer, Select } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useZones } from '../../queries/dispatch/use-zones.ts';
import { useTicks, type TickRow } from '../../queries/dispatch/use-ticks.ts';
import { TickDetail } from './tick-detail.tsx';

/** The last rounds of dispatch in a zone: what each decided, why, and what came of it. */
export default function TicksPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const zones = useZones(city.id).data ?? [];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const zoneId = chosen ?? zones[0]?.id;
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const ticks = useTicks(zoneId);
  const made = (row: TickRow): number =>
    row.result?.filter(({ outcome }) => outcome === 'offered').length ?? 0;
  return (
    <Page title={text('screen.ticks')} lead={text('ticks.lead')}>
      <div className="filters">
        <Select
          className="filter-zone"
          aria-label={text('ticks.zone')}
          value={zoneId}
          onChange={setChosen}
          options={zones.map((zone) => ({ value: zone.id, label: localName(zone, locale) }))}
        />
      </div>
      <DataTable<TickRow>
        label={text('screen.ticks')}
        testId="tick-table"
        rows={ticks.data}
        loading={ticks.isPending}
        error={ticks.error}
        onRetry={() => void ticks.refetch()}
        openId={openId}
        onOpen={(row) => setOpenId(row.id)}
        empty={<EmptyState title={text('ticks.none')} hint={text('ticks.none_hint')} />}
        columns={[
          {
            title: text('field.when'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)}>
                <RelativeTime at={row.created_at} />
              </RowLink>
            ),
          },
          { title: text('ticks.offered'), align: 'right', render: (_, row) => made(row) },
          { title: text('ticks.held'), align: 'right', render: (_, row) => row.held?.length ?? 0 },
          {
            title: text('ticks.not_made'),
            align: 'right',
            render: (_, row) => (row.result?.length ?? 0) - made(row),
          },
          {
            title: text('ticks.took'),
            align: 'right',
            render: (_, row) =>
              row.finished_at === null ? (
                <ToneTag tone="warning">{text('ticks.open')}</ToneTag>
              ) : (
                text('ticks.milliseconds', {
                  amount: Date.parse(row.finished_at) - Date.parse(row.created_at),
                })
              ),
          },
        ]}
      />
      <Drawer
        open={openId !== undefined}
        title={text('ticks.title')}
        size={560}
        mask={false}
        destroyOnHidden
        rootClassName="detail-drawer"
        onClose={() => setOpenId(undefined)}
      >
        {openId !== undefined && <TickDetail key={openId} tickId={openId} cityId={city.id} />}
      </Drawer>
    </Page>
  );
}
