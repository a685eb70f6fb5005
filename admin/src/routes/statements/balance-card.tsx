import { Alert, Button, Card, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { Money } from '../../components/money.tsx';
import { AppError } from '../../lib/app-error.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { usePayoutBalance } from '../../queries/payout/use-payout-balance.ts';
import { AccountDrawer } from './account-drawer.tsx';
import { WithdrawModal } from './withdraw-modal.tsx';

type Props = { merchantId: string; currency: string };

/** What the merchant has earned, what may be withdrawn now, and where it goes. */
export function BalanceCard({ merchantId, currency }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const balance = usePayoutBalance(merchantId, currency);
  const [open, setOpen] = useState<'account' | 'withdraw' | undefined>(undefined);
  if (balance.isError && balance.data === undefined) {
    // The manager of one store sees its statements; the money is the whole merchant's.
    return balance.error instanceof AppError && balance.error.status === 403 ? null : (
      <Alert type="error" showIcon className="card-alert" title={errorText(balance.error)} />
    );
  }
  if (balance.data === undefined) return <Skeleton active paragraph={{ rows: 3 }} />;
  const { account, available_cents, minimum_cents } = balance.data;
  return (
    <Card size="small" className="balance-card" data-testid="balance-card">
      <dl className="figures">
        <div>
          <dt>{text('withdraw.available')}</dt>
          <dd data-testid="balance-available">
            <Money cents={available_cents} currency={currency} strong />
          </dd>
        </div>
        <div>
          <dt>{text('withdraw.balance')}</dt>
          <dd>
            <Money cents={balance.data.balance_cents} currency={currency} />
          </dd>
        </div>
        <div>
          <dt>{text('withdraw.pending')}</dt>
          <dd>
            <Money cents={balance.data.pending_cents} currency={currency} />
          </dd>
        </div>
      </dl>
      <Space wrap>
        <span className="muted">
          {account
            ? text('withdraw.to', { bank: account.bank_name, number: account.account_masked })
            : text('withdraw.no_account')}
        </span>
        <Button size="small" data-testid="account-edit" onClick={() => setOpen('account')}>
          {text(account ? 'withdraw.change_account' : 'withdraw.add_account')}
        </Button>
        <Button
          type="primary"
          disabled={account === null || available_cents < minimum_cents}
          data-testid="withdraw"
          onClick={() => setOpen('withdraw')}
        >
          {text('withdraw.button')}
        </Button>
        {account !== null && available_cents < minimum_cents && (
          <span className="muted">
            {text('withdraw.least')} <Money cents={minimum_cents} currency={currency} />
          </span>
        )}
      </Space>
      <AccountDrawer
        merchantId={merchantId}
        currency={currency}
        open={open === 'account'}
        onClose={() => setOpen(undefined)}
      />
      <WithdrawModal
        merchantId={merchantId}
        balance={balance.data}
        open={open === 'withdraw'}
        onClose={() => setOpen(undefined)}
      />
    </Card>
  );
}
