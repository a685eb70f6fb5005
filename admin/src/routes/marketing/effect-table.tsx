import { useNavigate } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { PromotionEffect } from '../../queries/promotion/use-store-promotion-report.ts';

/** Promotion by promotion; the store's own open their builder. */
export function EffectTable({ rows, currency }: { rows: PromotionEffect[]; currency: string }) {
  const text = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  const money = (cents: number) => <Money cents={cents} currency={currency} />;
  return (
    <DataTable<PromotionEffect>
      label={text('effect.by_promotion')}
      testId="effect-table"
      rows={rows}
      empty={null}
      columns={[
        {
          title: text('field.name'),
          render: (_, row) =>
            row.is_own ? (
              <RowLink onClick={() => void navigate(`/marketing/${row.id}`)} testId="effect-open">
                {localName(row, locale)}
              </RowLink>
            ) : (
              localName(row, locale)
            ),
        },
        { title: text('promotions.kind'), render: (_, row) => text(`promotion_kind.${row.kind}`) },
        {
          title: text('effect.from'),
          render: (_, row) => text(row.is_own ? 'effect.from_store' : 'effect.from_platform'),
        },
        { title: text('report.orders'), align: 'right', className: 'tabular', dataIndex: 'order_count' },
        {
          title: text('report.customers'),
          align: 'right',
          className: 'tabular',
          dataIndex: 'customer_count',
        },
        { title: text('report.goods'), align: 'right', render: (_, row) => money(row.subtotal_cents) },
        { title: text('report.discount'), align: 'right', render: (_, row) => money(row.discount_cents) },
        { title: text('effect.own_cost'), align: 'right', render: (_, row) => money(row.merchant_cents) },
      ]}
    />
  );
}
