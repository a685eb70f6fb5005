import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { ledgerShares } from '../../lib/ledger-shares.ts';
import { useText } from '../../providers/use-text.ts';
import { useOrderLedger } from '../../queries/ledger/use-order-ledger.ts';
import { ErrorState } from '../error-state.tsx';
import { Money } from '../money.tsx';

/** Who paid and who received each cent; the sum is shown and is zero. */
export function OrderLedger({ orderId }: { orderId: string }) {
  const text = useText();
  const query = useOrderLedger(orderId);
  if (query.isError && query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
  const currency = query.data[0]?.currency;
  const { shares, sum } = ledgerShares(query.data);
  return (
    <section data-testid="order-ledger" data-sum={sum}>
      <h3>{text('ledger.title')}</h3>
      {currency === undefined ? (
        <p className="muted">{text('ledger.none')}</p>
      ) : (
        <table className="ledger-table">
          <caption className="visually-hidden">{text('ledger.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('ledger.party')}</th>
              <th scope="col">{text('ledger.parts')}</th>
              <th scope="col" className="number">
                {text('ledger.net')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr
                key={share.key}
                data-testid="ledger-share"
                data-account={share.account}
                data-cents={share.net}
              >
                <th scope="row">
                  {text(`ledger_account.${share.account as 'psp_clearing'}`)}
                  {share.ownerName !== null && <div className="muted">{share.ownerName}</div>}
                </th>
                <td>
                  {share.parts.map((part) => (
                    <div key={part.purpose} className="muted ledger-part">
                      {text(`ledger_purpose.${part.purpose as 'goods'}`)}
                      <Money cents={part.amount} currency={currency} signed />
                    </div>
                  ))}
                </td>
                <td className="number">
                  <Money cents={share.net} currency={currency} signed strong />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className={sum === 0 ? 'ledger-even' : 'ledger-odd'}>
              <th scope="row" colSpan={2}>
                {sum === 0 ? <CheckCircleFilled aria-hidden /> : <ExclamationCircleFilled aria-hidden />}{' '}
                {text(sum === 0 ? 'ledger.even' : 'ledger.odd')}
              </th>
              <td className="number" data-testid="ledger-sum">
                <Money cents={sum} currency={currency} strong />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}
