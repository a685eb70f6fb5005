import type { Database } from '@linli/database';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { useText } from '../../providers/use-text.ts';

export type FlowRow = Database['public']['Functions']['get_money_flow']['Returns'][number];

/** The columns of a day, in the order in which money goes. */
export const flowFields = [
  'paid_cents',
  'refunded_cents',
  'merchant_discount_cents',
  'platform_discount_cents',
  'commission_cents',
  'delivery_cents',
  'rider_cents',
  'payout_cents',
] as const;

/** The days with money, the newest first. */
export function FlowTable({ rows, currency }: { rows: readonly FlowRow[]; currency: string }) {
  const text = useText();
  const days = rows
    .filter((row) => flowFields.some((field) => row[field] !== 0))
    .map((row) => ({ ...row, id: row.on_date }))
    .reverse();
  return (
    <DataTable
      label={text('screen.finance')}
      testId="flow-table"
      rows={days}
      empty={<EmptyState title={text('finance.none')} hint={text('finance.none_hint')} />}
      columns={[
        { title: text('field.date'), dataIndex: 'on_date', className: 'tabular' },
        ...flowFields.map((field) => ({
          title: text(`finance.${field}`),
          align: 'right' as const,
          render: (_: unknown, row: FlowRow) => <Money cents={row[field]} currency={currency} />,
        })),
      ]}
    />
  );
}
