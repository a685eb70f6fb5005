import { PaperClipOutlined } from '@ant-design/icons';
import { Alert, App, Button, Descriptions, Drawer, Skeleton } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { openFile } from '../../queries/file/open-file.ts';
import { useInvoice } from '../../queries/invoice/use-invoice.ts';
import { ErrorState } from '../error-state.tsx';
import { ExactTime } from '../exact-time.tsx';
import { Money } from '../money.tsx';
import { InvoiceActions } from './invoice-actions.tsx';
import { InvoiceTag } from './invoice-tag.tsx';

type Props = { id: string | undefined; mayEdit: boolean; onClose: () => void };

/** One invoice beside the list: to whom, of what, and what is to be done. */
export function InvoiceDrawer({ id, mayEdit, onClose }: Props) {
  const text = useText();
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      mask={false}
      size={460}
      title={text('invoice.one')}
      destroyOnHidden
      rootClassName="detail-drawer"
    >
      {id !== undefined && <Detail key={id} id={id} mayEdit={mayEdit} />}
    </Drawer>
  );
}

function Detail({ id, mayEdit }: { id: string; mayEdit: boolean }) {
  const text = useText();
  const errorText = useErrorText();
  const client = useClient();
  const { message } = App.useApp();
  const query = useInvoice(id);
  if (query.data === undefined) {
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 6 }} />
    );
  }
  const invoice = query.data;
  const { file_path } = invoice;
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={text('invoice.one')}
      tabIndex={0}
      data-testid="invoice-drawer"
    >
      <div className="order-head" data-testid="invoice-status" data-status={invoice.status}>
        <InvoiceTag invoice={invoice} />
        <h2>{invoice.title}</h2>
        <Money cents={invoice.amount_cents} currency={invoice.currency} strong />
      </div>
      {invoice.is_outdated && (
        <Alert
          type="warning"
          showIcon
          title={text(invoice.owed_cents === 0 ? 'invoice.nothing_owed' : 'invoice.owes_other')}
        />
      )}
      {mayEdit && <InvoiceActions key={`${invoice.status} ${invoice.number}`} invoice={invoice} />}
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={[
          {
            key: 'kind',
            label: text('invoice.buyer_kind'),
            children: text(`invoice_buyer.${invoice.buyer_kind}`),
          },
          ...(invoice.tax_number === null
            ? []
            : [
                {
                  key: 'tax',
                  label: text('invoice.tax_number'),
                  children: <span className="tabular">{invoice.tax_number}</span>,
                },
              ]),
          { key: 'email', label: text('invoice.email'), children: invoice.email },
          {
            key: 'order',
            label: text('order.number'),
            children: <span className="tabular">{invoice.order_number}</span>,
          },
          ...(invoice.is_outdated
            ? [
                {
                  key: 'owed',
                  label: text('invoice.owed'),
                  children: <Money cents={invoice.owed_cents} currency={invoice.currency} />,
                },
              ]
            : []),
          { key: 'asked', label: text('invoice.asked'), children: <ExactTime at={invoice.created_at} /> },
          ...(invoice.number === null
            ? []
            : [
                {
                  key: 'number',
                  label: text('invoice.number'),
                  children: <span className="tabular">{invoice.number}</span>,
                },
                {
                  key: 'issued',
                  label: text('invoice.issued_at'),
                  children: <ExactTime at={invoice.issued_at} />,
                },
              ]),
          ...(invoice.reason === ''
            ? []
            : [{ key: 'reason', label: text('field.reason'), children: invoice.reason }]),
          ...(file_path === null
            ? []
            : [
                {
                  key: 'file',
                  label: text('invoice.file'),
                  children: (
                    <Button
                      type="link"
                      size="small"
                      className="row-link"
                      icon={<PaperClipOutlined />}
                      data-testid="invoice-file"
                      onClick={() =>
                        void openFile(client, 'invoices', file_path).catch(
                          (error: unknown) => void message.error(errorText(error)),
                        )
                      }
                    >
                      {text('file.open')}
                    </Button>
                  ),
                },
              ]),
        ]}
      />
    </div>
  );
}
