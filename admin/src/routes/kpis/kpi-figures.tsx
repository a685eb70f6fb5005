import { Figures } from '../../components/figures.tsx';
import { Money } from '../../components/money.tsx';
import { changeText } from '../../lib/change-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { Kpis, KpiSpan } from '../../queries/kpi/use-kpis.ts';

const onTime = (span: KpiSpan): number | undefined =>
  span.delivered_count === 0
    ? undefined
    : Math.round((span.on_time_count / span.delivered_count) * 1000) / 10;

/** Today's numbers with how they stand to last week's, then what is live. */
export function KpiFigures({ kpis }: { kpis: Kpis }) {
  const text = useText();
  const { today, before, live, currency } = kpis;
  const versus = (now: number, then: number): string => {
    const change = changeText(now, then);
    return change === undefined ? text('kpi.last_week', { value: '–' }) : text('kpi.versus', { change });
  };
  const rate = onTime(today);
  const rateBefore = onTime(before);
  return (
    <>
      <Figures
        testId="kpi-figures"
        items={[
          {
            key: 'gmv',
            label: text('kpi.gmv'),
            value: <Money cents={today.gmv_cents} currency={currency} />,
            note: versus(today.gmv_cents, before.gmv_cents),
          },
          {
            key: 'orders',
            label: text('kpi.orders'),
            value: today.order_count,
            note: versus(today.order_count, before.order_count),
          },
          {
            key: 'customers',
            label: text('kpi.customers'),
            value: today.customer_count,
            note: versus(today.customer_count, before.customer_count),
          },
          {
            key: 'merchants',
            label: text('kpi.merchants'),
            value: today.merchant_count,
            note: versus(today.merchant_count, before.merchant_count),
          },
          {
            key: 'on_time',
            label: text('kpi.on_time'),
            value: rate === undefined ? '–' : `${rate}%`,
            note: text('kpi.last_week', { value: rateBefore === undefined ? '–' : `${rateBefore}%` }),
          },
          {
            key: 'lost',
            label: text('kpi.lost'),
            value: today.lost_count,
            note: text('kpi.last_week', { value: before.lost_count }),
          },
        ]}
      />
      <Figures
        testId="kpi-live"
        items={(
          [
            'open_count',
            'rider_count',
            'store_count',
            'merchant_count',
            'user_count',
            'active_count',
          ] as const
        ).map((field) => ({ key: field, label: text(`kpi.${field}`), value: live[field] }))}
      />
    </>
  );
}
