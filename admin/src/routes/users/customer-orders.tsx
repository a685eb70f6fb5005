import { Link } from 'react-router';
import { Money } from '../../components/money.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { OrderStatusTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCustomerOrders } from '../../queries/customer/use-customer-orders.ts';

/** What someone ordered, newest first. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const text = useText();
  const locale = useLocale();
  const query = useCustomerOrders(customerId);
  return (
    <SectionCard title={text('screen.orders')} query={query} testId="user-orders">
      {query.rows?.length === 0 && <p className="muted">{text('users.no_orders')}</p>}
      <ul className="plain-list">
        {query.rows?.map((row) => (
          <li key={row.id}>
            <span>
              <Link to={`/orders/${row.id}`} className="tabular">
                {row.number}
              </Link>
              <span className="muted clip">
                {localName({ name: row.store_name, translations: row.store_translations }, locale)} ·{' '}
                <RelativeTime at={row.created_at} />
              </span>
            </span>
            <span className="push">
              <Money cents={row.total_cents} currency={row.currency} />
            </span>
            <OrderStatusTag status={row.status} />
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </SectionCard>
  );
}
