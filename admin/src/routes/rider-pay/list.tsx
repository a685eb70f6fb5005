import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';
import { Button } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { localField, localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useZones } from '../../queries/dispatch/use-zones.ts';
import { PayRuleDrawer } from './pay-rule-drawer.tsx';
import { PaySample } from './pay-sample.tsx';

export type PayRule = Tables<'rider_pay_rules'>;

/** What riders are paid beside base and distance, zone by zone, with a worked sample. */
export default function RiderPayPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const may = useMay('rider-pay', 'edit');
  const zones = useZones(city.id).data ?? [];
  const [open, setOpen] = useState<PayRule | 'new' | undefined>(undefined);
  const { query } = useList<PayRule>({
    resource: 'rider_pay_rules',
    filters: [{ field: 'zone_id', operator: 'in', value: zones.map(({ id }) => id) }],
    sorters: [
      { field: 'zone_id', order: 'asc' },
      { field: 'kind', order: 'asc' },
    ],
    pagination: { mode: 'off' },
    queryOptions: { enabled: zones.length > 0 },
  });
  const rules = query.data?.data;
  const when = (rule: PayRule): string => {
    if (rule.kind === 'weather') return text('pay.while', { mode: text(`mode_kind.${rule.mode as 'rain'}`) });
    if (rule.kind === 'guarantee') return text('pay.per_hour');
    const days =
      rule.weekdays.length === 7
        ? text('pay.every_day')
        : rule.weekdays.map((day) => text(`weekday.${String(day) as '0'}`)).join(' ');
    return `${days} ${rule.starts_at?.slice(0, 5) ?? ''}–${rule.ends_at?.slice(0, 5) ?? ''}`;
  };
  return (
    <Page
      title={text('screen.rider_pay')}
      lead={text('pay.lead')}
      actions={
        may && (
          <Button
            type="primary"
            data-testid="pay-add"
            disabled={zones.length === 0}
            onClick={() => setOpen('new')}
          >
            {text('pay.add')}
          </Button>
        )
      }
    >
      <div className="pay-page">
        <DataTable<PayRule>
          label={text('screen.rider_pay')}
          testId="pay-table"
          rows={rules}
          loading={query.isPending}
          error={query.error}
          onRetry={() => void query.refetch()}
          onOpen={may ? setOpen : undefined}
          empty={<EmptyState title={text('pay.none')} hint={text('pay.none_hint')} />}
          columns={[
            {
              title: text('field.name'),
              render: (_, row) =>
                may ? (
                  <RowLink onClick={() => setOpen(row)}>
                    {localField(row.label, row.translations, 'label', locale)}
                  </RowLink>
                ) : (
                  localField(row.label, row.translations, 'label', locale)
                ),
            },
            {
              title: text('pay.kind'),
              render: (_, row) => <ToneTag tone="info">{text(`pay_kind.${row.kind as 'peak'}`)}</ToneTag>,
            },
            {
              title: text('ticks.zone'),
              render: (_, row) => {
                const zone = zones.find(({ id }) => id === row.zone_id);
                return zone ? localName(zone, locale) : '–';
              },
            },
            { title: text('pay.when'), className: 'tabular', render: (_, row) => when(row) },
            {
              title: text('pay.amount'),
              align: 'right',
              render: (_, row) => <Money cents={row.amount_cents} currency={city.currency} />,
            },
            {
              title: text('field.is_active'),
              align: 'center',
              render: (_, row) => (
                <SwitchCell
                  resource="rider_pay_rules"
                  id={row.id}
                  field="is_active"
                  checked={row.is_active}
                  disabled={!may}
                  label={text('zones.active_named', { name: row.label })}
                />
              ),
            },
          ]}
        />
        <PaySample zones={zones} rules={rules ?? []} />
      </div>
      <PayRuleDrawer
        rule={open === 'new' ? undefined : open}
        isOpen={open !== undefined}
        zones={zones}
        onClose={() => setOpen(undefined)}
      />
    </Page>
  );
}
