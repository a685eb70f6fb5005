import { Skeleton } from 'antd';
import { ledgerShares } from '../../lib/ledger-shares.ts';
import { useText } from '../../providers/use-text.ts';
import { useOrderLedger } from '../../queries/ledger/use-order-ledger.ts';
import { ErrorState } from '../error-state.tsx';
import { LedgerTable } from './ledger-table.tsx';

/** The money of an order as the ledger has it. */
export function OrderLedger({ orderId }: { orderId: string }) {
  const text = useText();
  const query = useOrderLedger(orderId);
  if (query.isError && query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
  const currency = query.data[0]?.currency;
  return (
    <section data-testid="order-ledger" data-sum={ledgerShares(query.data).sum}>
      <h3>{text('ledger.title')}</h3>
      {currency === undefined ? (
        <p className="muted">{text('ledger.none')}</p>
      ) : (
        <LedgerTable entries={query.data} currency={currency} caption={text('ledger.title')} />
      )}
    </section>
  );
}
