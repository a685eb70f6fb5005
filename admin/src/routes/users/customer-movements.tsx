import { Link } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Money } from '../../components/money.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText, type MessageKey } from '../../providers/use-text.ts';
import { useCustomerMovements, type MovementAccount } from '../../queries/customer/use-customer-movements.ts';

type Props = { customerId: string; account: MovementAccount; currency: string; centsPerPoint: number };

/** What went in and out, newest first. */
export function CustomerMovements({ customerId, account, currency, centsPerPoint }: Props) {
  const text = useText();
  const query = useCustomerMovements(customerId, account, currency);
  if (query.isError && query.data === undefined)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {query.rows?.length === 0 && <p className="muted">{text('users.no_movements')}</p>}
      <ul className="plain-list" data-testid="user-movements" aria-busy={query.isPending}>
        {query.rows?.map((row) => (
          <li key={row.id}>
            <span>
              {text(`movement.${row.kind}` as MessageKey)}
              <span className="muted clip">
                <RelativeTime at={row.event_at} />
                {row.order_id && (
                  <>
                    {' · '}
                    <Link to={`/orders/${row.order_id}`} className="tabular">
                      {row.order_number}
                    </Link>
                  </>
                )}
              </span>
            </span>
            <span className="push tabular">
              {account === 'customer_wallet' ? (
                <Money cents={row.amount_cents} currency={currency} signed />
              ) : (
                `${row.amount_cents > 0 ? '+' : '−'}${Math.abs(Math.trunc(row.amount_cents / centsPerPoint))}`
              )}
            </span>
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </>
  );
}
