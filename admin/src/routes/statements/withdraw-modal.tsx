import { Button, Modal, Space } from 'antd';
import { useState } from 'react';
import { Money } from '../../components/money.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import { testId } from '../../lib/test-id.ts';
import { useText } from '../../providers/use-text.ts';
import type { PayoutBalance } from '../../queries/payout/use-payout-balance.ts';
import { useWithdraw } from '../../queries/payout/use-withdraw.ts';

type Props = { merchantId: string; balance: PayoutBalance; open: boolean; onClose: () => void };

/** Asks how much of what is available goes to the bank. */
export function WithdrawModal(props: Props) {
  return props.open ? <Withdraw {...props} /> : null;
}

function Withdraw({ merchantId, balance, onClose }: Props) {
  const text = useText();
  const { currency, available_cents, minimum_cents, account } = balance;
  const { send, busy } = useWithdraw(merchantId, currency);
  const [cents, setCents] = useState<number | null>(available_cents);
  const isGood = cents !== null && cents >= minimum_cents && cents <= available_cents;
  return (
    <Modal
      open
      title={text('withdraw.button')}
      width={400}
      okText={text('withdraw.confirm')}
      okButtonProps={{ disabled: !isGood, loading: busy, ...testId('withdraw-confirm') }}
      onOk={() => {
        if (cents !== null) void send(cents).then(onClose, () => undefined);
      }}
      onCancel={onClose}
    >
      <p className="muted">
        {account && text('withdraw.to', { bank: account.bank_name, number: account.account_masked })}
      </p>
      <Space.Compact block>
        <MoneyInput
          currency={currency}
          value={cents}
          status={isGood ? undefined : 'error'}
          aria-label={text('withdraw.amount')}
          data-testid="withdraw-amount"
          onChange={setCents}
        />
        <Button onClick={() => setCents(available_cents)}>{text('withdraw.all')}</Button>
      </Space.Compact>
      <p className="muted">
        {text('withdraw.available')} <Money cents={available_cents} currency={currency} />
      </p>
    </Modal>
  );
}
