import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { ledgerShares, type LedgerEntry } from '../../lib/ledger-shares.ts';
import { useText } from '../../providers/use-text.ts';
import { Money } from '../money.tsx';

type Props = { entries: readonly LedgerEntry[]; currency: string; caption: string };

/** Who paid and who received each cent; the sum is shown and is zero. */
export function LedgerTable({ entries, currency, caption }: Props) {
  const text = useText();
  const { shares, sum } = ledgerShares(entries);
  return (
    <table className="ledger-table" data-sum={sum}>
      <caption className="visually-hidden">{caption}</caption>
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
          <tr key={share.key} data-testid="ledger-share" data-account={share.account} data-cents={share.net}>
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
  );
}
