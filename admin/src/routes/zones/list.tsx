import { useList } from '@refinedev/core';
import { formatDistance } from '@linli/ui/distance';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useDispatchParameters } from '../../queries/dispatch/use-dispatch-parameters.ts';
import { ZoneDrawer } from './zone-drawer.tsx';
import type { ZoneRow } from './zone-values.ts';

/** The dispatch areas of the city and what dispatch may do in each. */
export default function ZonesPage() {
  const text = useText();
  const may = useMay('zones', 'edit');
  const locale = useLocale();
  const { id: cityId, currency } = useCity();
  const parameters = useDispatchParameters().data;
  const [open, setOpen] = useState<ZoneRow | undefined>(undefined);
  const { query } = useList<ZoneRow>({
    resource: 'zones',
    filters: [{ field: 'city_id', operator: 'eq', value: cityId }],
    sorters: [{ field: 'name', order: 'asc' }],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  return (
    <Page title={text('screen.zones')} lead={text('zones.lead')}>
      <DataTable<ZoneRow>
        label={text('screen.zones')}
        testId="zone-table"
        rows={query.data?.data}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        onOpen={setOpen}
        empty={<EmptyState title={text('zones.none')} hint={text('zones.none_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => <RowLink onClick={() => setOpen(row)}>{localName(row, locale)}</RowLink>,
          },
          {
            title: text('zones.offer_timeout'),
            align: 'right',
            render: (_, row) => text('unit.seconds', { amount: row.offer_timeout_seconds }),
          },
          { title: text('zones.max_in_hand'), align: 'right', dataIndex: 'max_in_hand' },
          {
            title: text('zones.radius'),
            align: 'right',
            render: (_, row) => formatDistance(row.radius_meters, locale),
          },
          {
            title: text('zones.base_pay'),
            align: 'right',
            render: (_, row) => <Money cents={row.rider_base_pay_cents} currency={currency} />,
          },
          {
            title: text('zones.km_pay'),
            align: 'right',
            render: (_, row) => <Money cents={row.rider_pay_per_km_cents} currency={currency} />,
          },
          {
            title: text('field.is_active'),
            align: 'center',
            render: (_, row) => (
              <SwitchCell
                resource="zones"
                id={row.id}
                field="is_active"
                checked={row.is_active}
                disabled={!may}
                label={text('zones.active_named', { name: localName(row, locale) })}
              />
            ),
          },
        ]}
      />
      <ZoneDrawer
        zone={open}
        parameters={parameters?.find(({ zone_id }) => zone_id === open?.id)}
        onClose={() => setOpen(undefined)}
      />
    </Page>
  );
}
