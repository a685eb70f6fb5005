import { Form } from 'antd';
import { useWorkspace } from '../../app/workspace.ts';
import { Money } from '../../components/money.tsx';
import { useText } from '../../providers/use-text.ts';
import { useSplitPreview } from '../../queries/ledger/use-split-preview.ts';

const sample = { lines: [{ total_cents: 10_000 }] };

/** What the chosen plan means for a sample order: the shares and their sum. */
export function CommissionSample() {
  const text = useText();
  const currency = useWorkspace().city?.currency ?? 'CNY';
  const planId = Form.useWatch('plan_id') as string | undefined;
  const { data } = useSplitPreview(planId === undefined ? undefined : { plan_id: planId }, sample);
  if (data === undefined) return null;
  return (
    <table className="ledger-table" data-testid="commission-sample">
      <caption>{text('merchants.sample')}</caption>
      <tbody>
        {data.entries.map((entry) => (
          <tr key={`${entry.account} ${entry.purpose}`}>
            <th scope="row">
              {text(`ledger_account.${entry.account as 'merchant_payable'}`)} ·{' '}
              {text(`ledger_purpose.${entry.purpose as 'goods'}`)}
            </th>
            <td className="number">
              <Money cents={-entry.amount_cents} currency={currency} signed />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="ledger-even">
          <th scope="row">{text('ledger.even')}</th>
          <td className="number">
            <Money cents={data.sum_cents} currency={currency} strong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
