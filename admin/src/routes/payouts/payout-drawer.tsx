import { EyeOutlined } from '@ant-design/icons';
import { App, Button, Descriptions, Drawer } from 'antd';
import { Money } from '../../components/money.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag, type Tone } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { PayoutRow } from '../../queries/finance/use-payouts.ts';
import { useRevealAccount } from '../../queries/finance/use-reveal-account.ts';
import { PayoutActions } from './payout-actions.tsx';

type Props = { payout: PayoutRow | undefined; partyName: string; tone: Tone; onClose: () => void };

/** One payout: to whom, on which account, and what is to be done. */
export function PayoutDrawer({ payout, partyName, tone, onClose }: Props) {
  const text = useText();
  return (
    <Drawer
      open={payout !== undefined}
      onClose={onClose}
      mask={false}
      size={460}
      title={text('payouts.payout')}
      destroyOnHidden
      rootClassName="detail-drawer"
    >
      {payout && <Detail key={payout.id} payout={payout} partyName={partyName} tone={tone} />}
    </Drawer>
  );
}

function Detail({ payout, partyName, tone }: { payout: PayoutRow; partyName: string; tone: Tone }) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const account = useRevealAccount();
  const mayReveal = useMay('payouts', 'edit');
  const reveal = (): void =>
    account.mutate(payout.id, { onError: (error) => void message.error(errorText(error)) });
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={text('payouts.payout')}
      tabIndex={0}
      data-testid="payout-drawer"
    >
      <div className="order-head" data-status={payout.status}>
        <ToneTag tone={tone}>{text(`payout_status.${payout.status}`)}</ToneTag>
        <h2>{partyName}</h2>
        <Money cents={payout.amount_cents} currency={payout.currency} strong />
      </div>
      <PayoutActions payout={payout} />
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={[
          { key: 'number', label: text('payouts.number'), children: payout.out_payout_no },
          {
            key: 'account',
            label: text('payouts.account'),
            children: account.data ? (
              <span data-testid="payout-account">
                {account.data.holder_name} · {account.data.bank_name}
                <br />
                <strong className="tabular">{account.data.account_number}</strong>
              </span>
            ) : (
              <>
                <span className="tabular">{payout.account_masked}</span>{' '}
                {mayReveal && (
                  <Button
                    size="small"
                    type="link"
                    icon={<EyeOutlined />}
                    loading={account.isPending}
                    data-testid="payout-reveal"
                    onClick={reveal}
                  >
                    {text('payouts.reveal')}
                  </Button>
                )}
              </>
            ),
          },
          ...(payout.method === null
            ? []
            : [{ key: 'method', label: text('payouts.method'), children: text(`payouts.${payout.method}`) }]),
          ...(payout.reference === null
            ? []
            : [{ key: 'reference', label: text('payouts.reference'), children: payout.reference }]),
          ...(payout.failure === null
            ? []
            : [{ key: 'failure', label: text('field.reason'), children: payout.failure }]),
          { key: 'asked', label: text('payouts.asked'), children: <RelativeTime at={payout.created_at} /> },
          ...(payout.paid_at === null
            ? []
            : [
                {
                  key: 'paid',
                  label: text('payouts.paid_at'),
                  children: <RelativeTime at={payout.paid_at} />,
                },
              ]),
        ]}
      />
    </div>
  );
}
