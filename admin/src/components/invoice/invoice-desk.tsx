import type { Enums } from '@linli/database';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../providers/use-text.ts';
import { useInvoices, type InvoicePlace, type InvoiceRow } from '../../queries/invoice/use-invoices.ts';
import { DataTable } from '../data-table.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Money } from '../money.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { RowLink } from '../row-link.tsx';
import { InvoiceDrawer } from './invoice-drawer.tsx';
import { InvoiceTag } from './invoice-tag.tsx';

const shown = {
  open: ['requested'],
  issued: ['issued'],
  all: [],
} satisfies Record<string, Enums<'invoice_status'>[]>;
type Shown = keyof typeof shown;

type Props = {
  place: InvoicePlace;
  mayEdit: boolean;
  /** The store of an invoice, where there are several. */
  storeName?: (storeId: string) => string;
};

/** What customers want invoices of, to issue or decline; the same for a store and for ops. */
export function InvoiceDesk({ place, mayEdit, storeName }: Props) {
  const text = useText();
  const [which, setWhich] = useState<Shown>('open');
  const [params, setParams] = useSearchParams();
  const openId = params.get('invoice') ?? undefined;
  const invoices = useInvoices(place, shown[which]);
  const open = (id: string | undefined): void =>
    setParams(
      (now) => {
        if (id === undefined) now.delete('invoice');
        else now.set('invoice', id);
        return now;
      },
      { replace: true },
    );
  return (
    <>
      <div className="filters">
        <Segmented<Shown>
          aria-label={text('field.status')}
          value={which}
          onChange={setWhich}
          options={(Object.keys(shown) as Shown[]).map((value) => ({
            value,
            label: <span data-testid={`invoices-${value}`}>{text(`invoice.shown_${value}`)}</span>,
          }))}
        />
      </div>
      <DataTable<InvoiceRow>
        label={text('invoice.of_customers')}
        testId="invoice-table"
        rows={invoices.rows}
        loading={invoices.isPending}
        error={invoices.error}
        onRetry={() => void invoices.refetch()}
        openId={openId}
        onOpen={(row) => open(row.id)}
        empty={
          <EmptyState
            title={text(which === 'open' ? 'invoice.none_open' : 'invoice.none')}
            hint={text('invoice.none_hint')}
          />
        }
        columns={[
          {
            title: text('invoice.title'),
            render: (_, row) => (
              <RowLink onClick={() => open(row.id)} testId="invoice-open">
                {row.title}
              </RowLink>
            ),
          },
          { title: text('invoice.buyer_kind'), render: (_, row) => text(`invoice_buyer.${row.buyer_kind}`) },
          ...(storeName
            ? [
                {
                  title: text('order.store'),
                  render: (_: unknown, row: InvoiceRow) => storeName(row.store_id),
                },
              ]
            : []),
          {
            title: text('order.number'),
            className: 'tabular',
            render: (_, row) => row.orders?.number ?? '–',
          },
          { title: text('field.status'), render: (_, row) => <InvoiceTag invoice={row} /> },
          { title: text('invoice.number'), className: 'tabular', render: (_, row) => row.number ?? '–' },
          { title: text('invoice.asked'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: text('invoice.amount'),
            align: 'right',
            render: (_, row) => <Money cents={row.amount_cents} currency={row.currency} />,
          },
        ]}
        footer={
          invoices.hasNextPage && (
            <div className="table-more">
              <Button
                loading={invoices.isFetchingNextPage}
                onClick={() => void invoices.fetchNextPage()}
                data-testid="load-more"
              >
                {text('action.more')}
              </Button>
            </div>
          )
        }
      />
      <InvoiceDrawer id={openId} mayEdit={mayEdit} onClose={() => open(undefined)} />
    </>
  );
}
