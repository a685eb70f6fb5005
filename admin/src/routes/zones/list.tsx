import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';
import { formatDistance } from '@linli/ui/distance';
import { Form, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { Page } from '../../components/page.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';

type ZoneRow = Omit<Tables<'zones'>, 'area'>;

/** The dispatch areas of the city and what dispatch may do in each. */
export default function ZonesPage() {
  const text = useText();
  const locale = useLocale();
  const { id: cityId, currency } = useCity();
  const { save } = useSaveRecord('zones');
  const [open, setOpen] = useState<ZoneRow | undefined>(undefined);
  const { query } = useList<ZoneRow>({
    resource: 'zones',
    filters: [{ field: 'city_id', operator: 'eq', value: cityId }],
    sorters: [{ field: 'name', order: 'asc' }],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  const submit = (zone: ZoneRow): Promise<unknown> =>
    save(
      {
        name: zone.name.trim(),
        translations: cleanTranslations(zone.translations),
        offer_timeout_seconds: zone.offer_timeout_seconds,
        max_in_hand: zone.max_in_hand,
        radius_meters: zone.radius_meters,
        rider_base_pay_cents: zone.rider_base_pay_cents,
        rider_pay_per_km_cents: zone.rider_pay_per_km_cents,
        is_active: zone.is_active,
      },
      open?.id,
    );
  const amount = [{ required: true, message: text('form.amount') }];
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
                label={text('zones.active_named', { name: localName(row, locale) })}
              />
            ),
          },
        ]}
      />
      <RecordDrawer<ZoneRow>
        open={open !== undefined}
        title={open ? localName(open, locale) : ''}
        initialValues={open ?? {}}
        onSubmit={submit}
        onClose={() => setOpen(undefined)}
        testId="zone-drawer"
      >
        {() => (
          <>
            <NameFields max={40} />
            <div className="pair">
              <Form.Item
                name="offer_timeout_seconds"
                label={text('zones.offer_timeout')}
                rules={[{ required: true, type: 'number', min: 5, max: 600 }]}
              >
                <InputNumber min={5} max={600} precision={0} className="fill" suffix={text('unit.second')} />
              </Form.Item>
              <Form.Item
                name="max_in_hand"
                label={text('zones.max_in_hand')}
                rules={[{ required: true, type: 'number', min: 1, max: 20 }]}
              >
                <InputNumber min={1} max={20} precision={0} className="fill" />
              </Form.Item>
            </div>
            <Form.Item
              name="radius_meters"
              label={text('zones.radius')}
              rules={[{ required: true, type: 'number', min: 100, max: 50_000 }]}
            >
              <InputNumber
                min={100}
                max={50_000}
                step={100}
                precision={0}
                className="fill"
                suffix={text('unit.meter')}
              />
            </Form.Item>
            <div className="pair">
              <Form.Item name="rider_base_pay_cents" label={text('zones.base_pay')} rules={amount}>
                <MoneyInput currency={currency} />
              </Form.Item>
              <Form.Item name="rider_pay_per_km_cents" label={text('zones.km_pay')} rules={amount}>
                <MoneyInput currency={currency} />
              </Form.Item>
            </div>
            <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
              <Switch />
            </Form.Item>
          </>
        )}
      </RecordDrawer>
    </Page>
  );
}
