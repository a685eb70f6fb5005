import { formatMoney } from '@linli/ui/money';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { Money } from '../money.tsx';

/** What was ordered, with options and notes, and how the amount comes about. */
export function OrderLines({ page }: { page: OrderPage }) {
  const text = useText();
  const locale = useLocale();
  const { order, items, adjustments } = page;
  const sums = [
    { label: text('order.subtotal'), cents: order.subtotal_cents, always: true },
    { label: text('order.packaging'), cents: order.packaging_fee_cents },
    { label: text('order.delivery_fee'), cents: order.delivery_fee_cents },
    { label: text('order.tip'), cents: order.tip_cents },
  ].filter((row) => row.always || row.cents !== 0);
  return (
    <table className="order-lines" data-testid="order-lines">
      <caption className="visually-hidden">{text('order.items')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{text('field.name')}</th>
          <th scope="col">{text('order.quantity')}</th>
          <th scope="col">{text('order.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <strong>
                {localName(item, locale)}
                {item.variant_name !== null && ` ${item.variant_name}`}
              </strong>
              {item.modifiers.length > 0 && (
                <div className="muted">
                  {item.modifiers.map((modifier) => localName(modifier, locale)).join(' · ')}
                </div>
              )}
              {item.removed_quantity > 0 && (
                <div className="muted">{text('order.removed', { amount: item.removed_quantity })}</div>
              )}
              {item.note !== '' && <div className="note">{item.note}</div>}
            </td>
            <td className="number">
              <span title={formatMoney(item.unit_price_cents, order.currency, locale)}>×{item.quantity}</span>
            </td>
            <td className="number">
              <Money cents={item.total_cents} currency={order.currency} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map((row) => (
          <tr key={row.label}>
            <td colSpan={2}>{row.label}</td>
            <td className="number">
              <Money cents={row.cents} currency={order.currency} />
            </td>
          </tr>
        ))}
        {adjustments.map((row) => (
          <tr key={row.id} className="saving">
            <td colSpan={2}>
              {localName(row, locale)} <span className="muted">{text(`cost_bearer.${row.cost_bearer}`)}</span>
            </td>
            <td className="number">
              <Money cents={row.amount_cents} currency={order.currency} />
            </td>
          </tr>
        ))}
        <tr className="total">
          <td colSpan={2}>{text('order.total')}</td>
          <td className="number" data-testid="order-total">
            <Money cents={order.total_cents} currency={order.currency} strong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
