import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { Money } from '../../components/money.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StatementDrawer } from '../../components/statement/statement-drawer.tsx';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { usePayoutBalance } from '../../queries/payout/use-payout-balance.ts';
import { useStatements, type StatementRow } from '../../queries/ledger/use-statements.ts';

/** What a merchant has earned and its last statements. */
export function MerchantMoney({ merchantId }: { merchantId: string }) {
  const text = useText();
  const statements = useStatements({ partyId: merchantId, party: 'merchant' });
  const [open, setOpen] = useState<StatementRow | undefined>(undefined);
  const mayFinance = useMay('payouts', 'edit');
  return (
    <SectionCard title={text('merchants.money')} query={statements} testId="merchant-money">
      {mayFinance && <Balance merchantId={merchantId} />}
      {statements.data?.length === 0 && <p className="muted">{text('settlement.none')}</p>}
      <ul className="plain-list">
        {statements.data?.slice(0, 8).map((row) => (
          <li key={row.id}>
            <RowLink onClick={() => setOpen(row)}>{row.period_on}</RowLink>
            <span className="push muted tabular">{text('merchants.orders', { count: row.order_count })}</span>
            <Money cents={row.net_cents} currency={row.currency} strong />
          </li>
        ))}
      </ul>
      <StatementDrawer statement={open} title={open?.period_on ?? ''} onClose={() => setOpen(undefined)} />
    </SectionCard>
  );
}

function Balance({ merchantId }: { merchantId: string }) {
  const text = useText();
  const { currency } = useCity();
  const { data } = usePayoutBalance(merchantId, currency);
  if (data === undefined) return null;
  return (
    <dl className="balance">
      {(['balance_cents', 'available_cents', 'pending_cents'] as const).map((field) => (
        <div key={field}>
          <dt>{text(`payout.${field}`)}</dt>
          <dd>
            <Money cents={data[field]} currency={currency} strong />
          </dd>
        </div>
      ))}
    </dl>
  );
}
