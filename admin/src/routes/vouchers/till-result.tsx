import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Button, Descriptions } from 'antd';
import { ExactTime } from '../../components/exact-time.tsx';
import { Money } from '../../components/money.tsx';
import { localName } from '../../lib/local-name.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { DeskVoucher } from '../../queries/voucher/desk-voucher.ts';
import type { TillState } from './use-till.ts';
import { VoucherTag } from './voucher-tag.tsx';

type Props = { state: TillState; isTaking: boolean; onTake: () => void; onClear: () => void };

/** What the code is, before it is taken; then that it was, or why it cannot be. */
export function TillResult({ state, isTaking, onTake, onClear }: Props) {
  const text = useText();
  const errorText = useErrorText();
  if (state.kind === 'idle') return <p className="till-idle muted">{text('vouchers.idle')}</p>;
  if (state.kind === 'failed') {
    return (
      <div className="till-card till-bad" role="alert" data-testid="voucher-failed">
        <p className="till-head">
          <CloseCircleFilled aria-hidden /> {errorText(state.error)}
        </p>
      </div>
    );
  }
  const { voucher } = state;
  const mayTake = state.kind === 'found' && voucher.status === 'issued';
  const isTaken = state.kind === 'taken';
  return (
    <div
      className={`till-card ${isTaken ? 'till-good' : mayTake ? '' : 'till-bad'}`}
      role={mayTake ? undefined : 'alert'}
      data-testid="voucher-card"
      data-status={isTaken ? 'taken' : voucher.status}
    >
      {isTaken ? (
        <p className="till-head">
          <CheckCircleFilled aria-hidden /> {text('vouchers.taken')}
        </p>
      ) : (
        !mayTake && (
          <p className="till-head">
            <CloseCircleFilled aria-hidden /> <Refusal voucher={voucher} />
          </p>
        )
      )}
      <VoucherFacts voucher={voucher} />
      <div className="till-actions">
        {mayTake && (
          <Button
            type="primary"
            size="large"
            loading={isTaking}
            data-testid="voucher-redeem"
            onClick={onTake}
          >
            {text('vouchers.redeem')}
          </Button>
        )}
        <Button size="large" data-testid="voucher-clear" onClick={onClear}>
          {text(mayTake ? 'action.cancel' : 'vouchers.next')}
        </Button>
        {mayTake && <span className="muted">{text('vouchers.redeem_hint')}</span>}
      </div>
    </div>
  );
}

function Refusal({ voucher }: { voucher: DeskVoucher }) {
  const text = useText();
  if (voucher.status === 'redeemed') {
    return (
      <>
        {text('error.voucher.used')} <ExactTime at={voucher.redeemed_at} />
        {voucher.redeemed_by !== null && ` · ${voucher.redeemed_by}`}
      </>
    );
  }
  if (voucher.status === 'refunded') return text('error.voucher.refunded');
  return (
    <>
      {text('error.voucher.expired')} <ExactTime at={voucher.expires_at} />
    </>
  );
}

function VoucherFacts({ voucher }: { voucher: DeskVoucher }) {
  const text = useText();
  const locale = useLocale();
  const customer = [voucher.customer_name, voucher.customer_phone].filter(Boolean).join(' ');
  return (
    <>
      <h2 className="till-name">{localName(voucher, locale)}</h2>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2 }}
        items={[
          { key: 'state', label: text('field.status'), children: <VoucherTag status={voucher.status} /> },
          {
            key: 'code',
            label: text('vouchers.code'),
            children: <span className="tabular">…{voucher.code_hint}</span>,
          },
          {
            key: 'customer',
            label: text('vouchers.customer'),
            children: <span className="tabular">{customer || '–'}</span>,
          },
          {
            key: 'paid',
            label: text('vouchers.paid'),
            children: <Money cents={voucher.amount_cents} currency={voucher.currency} />,
          },
          { key: 'until', label: text('vouchers.until'), children: <ExactTime at={voucher.expires_at} /> },
          {
            key: 'order',
            label: text('order.number'),
            children: (
              <span className="tabular">
                {voucher.order_number} · <ExactTime at={voucher.bought_at} />
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
