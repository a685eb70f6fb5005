import { Alert, Skeleton } from 'antd';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useRefundPreview, type RefundWish } from '../../queries/refund/use-refund-preview.ts';
import { Money } from '../money.tsx';
import { LedgerTable } from './ledger-table.tsx';

/** What a refund would do, before anything is sent: the amount, and who pays what. */
export function RefundPreviewTable({ orderId, wish }: { orderId: string; wish: RefundWish | undefined }) {
  const text = useText();
  const errorText = useErrorText();
  const query = useRefundPreview(orderId, wish);
  if (wish === undefined) return <p className="muted">{text('refund.choose')}</p>;
  if (query.isError) return <Alert type="warning" showIcon title={errorText(query.error)} />;
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
  const { amount_cents, left_cents, currency, entries } = query.data;
  return (
    <div data-testid="refund-preview" data-cents={amount_cents} aria-busy={query.isFetching}>
      <p className="refund-sum">
        {text('refund.goes_back')} <Money cents={amount_cents} currency={currency} strong />{' '}
        <span className="muted">
          {text('refund.left')} <Money cents={left_cents} currency={currency} />
        </span>
      </p>
      <LedgerTable entries={entries} currency={currency} caption={text('refund.preview')} />
    </div>
  );
}
