import { Button, Descriptions, Drawer, Popconfirm } from 'antd';
import { useState } from 'react';
import { testId } from '../../lib/test-id.ts';
import { useText } from '../../providers/use-text.ts';
import { useCommissionCommands } from '../../queries/invoice/use-commission-commands.ts';
import type { CommissionInvoice } from '../../queries/invoice/use-commission-invoices.ts';
import { ExactTime } from '../exact-time.tsx';
import { Money } from '../money.tsx';
import { NoteModal } from '../note-modal.tsx';
import { StandingTag } from './standing-tag.tsx';

type Props = { invoice: CommissionInvoice | undefined; mayEdit: boolean; onClose: () => void };

/** One invoice of the commission with its lines; finance takes it back, or issues it anew. */
export function CommissionDrawer({ invoice, mayEdit, onClose }: Props) {
  const text = useText();
  return (
    <Drawer
      open={invoice !== undefined}
      onClose={onClose}
      mask={false}
      size={460}
      title={text('invoice.of_commission')}
      destroyOnHidden
      rootClassName="detail-drawer"
    >
      {invoice && <Detail key={invoice.id} invoice={invoice} mayEdit={mayEdit} />}
    </Drawer>
  );
}

function Detail({ invoice, mayEdit }: { invoice: CommissionInvoice; mayEdit: boolean }) {
  const text = useText();
  const [isVoiding, setVoiding] = useState(false);
  const { takeBack, issue } = useCommissionCommands();
  const money = (cents: number, strong = false) => (
    <Money cents={cents} currency={invoice.currency} strong={strong} />
  );
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={text('invoice.of_commission')}
      tabIndex={0}
      data-testid="commission-drawer"
    >
      <div className="order-head" data-testid="commission-status" data-status={invoice.standing}>
        <StandingTag standing={invoice.standing} />
        <h2 className="tabular">{invoice.number}</h2>
        {money(invoice.gross_cents, true)}
      </div>
      {mayEdit && invoice.standing === 'stands' && (
        <div>
          <Button danger data-testid="commission-void" onClick={() => setVoiding(true)}>
            {text('invoice.void')}
          </Button>
        </div>
      )}
      {mayEdit && invoice.standing === 'voided' && (
        <Popconfirm
          title={text('invoice.issue_anew')}
          description={text('invoice.issue_anew_detail')}
          okText={text('invoice.issue_anew')}
          okButtonProps={testId('commission-issue-confirm')}
          onConfirm={() => issue.send(invoice.statement_id).catch(() => undefined)}
        >
          <Button type="primary" loading={issue.busy} data-testid="commission-issue">
            {text('invoice.issue_anew')}
          </Button>
        </Popconfirm>
      )}
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={[
          { key: 'merchant', label: text('invoice.merchant'), children: invoice.legal_name },
          { key: 'period', label: text('invoice.period'), children: invoice.period_on },
          { key: 'issued', label: text('invoice.issued_at'), children: <ExactTime at={invoice.issued_at} /> },
          ...(invoice.other_number === undefined
            ? []
            : [
                {
                  key: 'other',
                  label: text(
                    invoice.standing === 'credit_note' ? 'invoice.takes_back' : 'invoice.taken_back_by',
                  ),
                  children: <span className="tabular">{invoice.other_number}</span>,
                },
              ]),
          ...(invoice.reason === ''
            ? []
            : [{ key: 'reason', label: text('field.reason'), children: invoice.reason }]),
        ]}
      />
      <table className="invoice-lines">
        <caption className="visually-hidden">{text('invoice.lines')}</caption>
        <tbody>
          {invoice.commission_invoice_lines
            .toSorted((a, b) => a.position - b.position)
            .map((line) => (
              <tr key={line.position}>
                <th scope="row">
                  {text(line.kind === 'charged' ? 'invoice.line_charged' : 'invoice.line_returned')}
                </th>
                <td>{text('unit.orders', { amount: line.order_count })}</td>
                <td>{money(line.amount_cents)}</td>
              </tr>
            ))}
          <tr>
            <th scope="row">{text('invoice.net_cents')}</th>
            <td />
            <td>{money(invoice.net_cents)}</td>
          </tr>
          <tr>
            <th scope="row">{text('invoice.tax_of', { percent: invoice.tax_bps / 100 })}</th>
            <td />
            <td>{money(invoice.tax_cents)}</td>
          </tr>
          <tr>
            <th scope="row">{text('invoice.gross_cents')}</th>
            <td />
            <td>{money(invoice.gross_cents, true)}</td>
          </tr>
        </tbody>
      </table>
      <NoteModal
        open={isVoiding}
        title={text('invoice.void')}
        detail={text('invoice.void_commission_detail')}
        confirmText={text('invoice.void')}
        phrases={[text('invoice.phrase_title'), text('invoice.phrase_wrong')]}
        onConfirm={(reason) => takeBack.send({ id: invoice.id, reason })}
        onClose={() => setVoiding(false)}
      />
    </div>
  );
}
