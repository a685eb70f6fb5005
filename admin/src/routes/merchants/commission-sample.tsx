import { Form } from 'antd';
import { useWorkspace } from '../../app/workspace.ts';
import { Money } from '../../components/money.tsx';
import { useText } from '../../providers/use-text.ts';

const goods = 10_000;

/** What the commission means for a sample order: the shares and their sum. */
export function CommissionSample() {
  const text = useText();
  const currency = useWorkspace().city?.currency ?? 'CNY';
  const percent = (Form.useWatch('commission_percent') as number | null | undefined) ?? 0;
  const commission = Math.round((goods * Math.round(percent * 100)) / 10_000);
  const shares = [
    { label: text('merchants.sample_customer'), cents: -goods },
    { label: text('ledger_account.merchant_payable'), cents: goods - commission },
    { label: text('ledger_account.platform_commission'), cents: commission },
  ];
  return (
    <table className="ledger-table">
      <caption>{text('merchants.sample')}</caption>
      <tbody>
        {shares.map((share) => (
          <tr key={share.label}>
            <th scope="row">{share.label}</th>
            <td className="number">
              <Money cents={share.cents} currency={currency} signed />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="ledger-even">
          <th scope="row">{text('ledger.even')}</th>
          <td className="number">
            <Money cents={shares.reduce((sum, share) => sum + share.cents, 0)} currency={currency} strong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
