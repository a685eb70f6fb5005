import { Progress, Segmented } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { Money } from '../../components/money.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { localName } from '../../lib/local-name.ts';
import { growth } from '../../lib/growth.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { Balance, CustomerPage } from '../../queries/customer/use-customer.ts';
import type { MovementAccount } from '../../queries/customer/use-customer-movements.ts';
import { CustomerMovements } from './customer-movements.tsx';

/** Tier and the way to the next, points and wallet with what went in and out. */
export function CustomerMembership({ page }: { page: CustomerPage }) {
  const text = useText();
  const locale = useLocale();
  const { currency } = useCity();
  const [account, setAccount] = useState<MovementAccount>('customer_points');
  const { tier, next_tier, spend_cents, order_count } = page.member;
  // A person without an account has nothing in the town's currency.
  const balances = (of: Balance[]): Balance[] => (of.length > 0 ? of : [{ currency, cents: 0 }]);
  const points = balances(page.points);
  const wallet = balances(page.wallet);
  const shown = account === 'customer_points' ? points : wallet;
  return (
    <SectionCard title={text('users.membership')} testId="user-membership">
      <p>
        <strong>{tier ? localName(tier, locale) : text('users.no_tier')}</strong>{' '}
        <span className="muted">
          {text('users.year_orders', { count: order_count })} ·{' '}
          <Money cents={spend_cents} currency={currency} />
        </span>
      </p>
      {next_tier && (
        <>
          <Progress
            percent={growth({ spend_cents, order_count }, next_tier)}
            showInfo={false}
            strokeColor="var(--color-primary)"
            size="small"
            aria-label={text('users.growth')}
          />
          <p className="muted">
            {text('users.next_tier', {
              tier: localName(next_tier, locale),
              orders: next_tier.min_order_count,
            })}{' '}
            <Money cents={next_tier.min_spend_cents} currency={currency} />
          </p>
        </>
      )}
      <dl className="balance">
        <div>
          <dt>{text('users.points')}</dt>
          <dd className="tabular">
            {points.map(({ cents }) => Math.floor(cents / page.cents_per_point)).join(' · ')}
          </dd>
        </div>
        <div>
          <dt>{text('users.wallet')}</dt>
          <dd>
            {wallet.map((one) => (
              <Money key={one.currency} cents={one.cents} currency={one.currency} strong />
            ))}
          </dd>
        </div>
      </dl>
      <Segmented
        size="small"
        value={account}
        onChange={setAccount}
        aria-label={text('users.movements')}
        options={[
          { value: 'customer_points', label: text('users.points') },
          { value: 'customer_wallet', label: text('users.wallet') },
        ]}
      />
      {shown.map((one) => (
        <CustomerMovements
          key={`${account}-${one.currency}`}
          customerId={page.customer.id}
          account={account}
          currency={one.currency}
          centsPerPoint={page.cents_per_point}
        />
      ))}
    </SectionCard>
  );
}
