import { Button, Table } from 'antd';
import { useState } from 'react';
import { useText } from '../../providers/use-text.ts';
import {
  useCommissionInvoices,
  type CommissionInvoice,
} from '../../queries/invoice/use-commission-invoices.ts';
import { DataTable } from '../data-table.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Money } from '../money.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { RowLink } from '../row-link.tsx';
import { CommissionDrawer } from './commission-drawer.tsx';
import { StandingTag } from './standing-tag.tsx';

type Props = { place: Parameters<typeof useCommissionInvoices>[0]; mayEdit: boolean };

/** The platform's invoices of its commission, and the credit notes that take them back. */
export function CommissionInvoices({ place, mayEdit }: Props) {
  const text = useText();
  const invoices = useCommissionInvoices(place);
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  return (
    <>
      <DataTable<CommissionInvoice>
        label={text('invoice.of_commission')}
        testId="commission-table"
        rows={invoices.rows}
        loading={invoices.isPending}
        error={invoices.error}
        onRetry={() => void invoices.refetch()}
        openId={openId}
        onOpen={(row) => setOpenId(row.id)}
        empty={
          <EmptyState title={text('invoice.none_commission')} hint={text('invoice.none_commission_hint')} />
        }
        columns={[
          {
            title: text('invoice.number'),
            className: 'tabular',
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="commission-open">
                {row.number}
              </RowLink>
            ),
          },
          ...('cityId' in place ? [{ title: text('invoice.merchant'), dataIndex: 'legal_name' }] : []),
          { title: text('invoice.period'), className: 'tabular', dataIndex: 'period_on' },
          { title: text('field.status'), render: (_, row) => <StandingTag standing={row.standing} /> },
          ...(['net_cents', 'tax_cents', 'gross_cents'] as const).map((field) => ({
            title: text(`invoice.${field}`),
            align: 'right' as const,
            render: (_: unknown, row: CommissionInvoice) => (
              <Money cents={row[field]} currency={row.currency} strong={field === 'gross_cents'} />
            ),
          })),
          { title: text('invoice.issued_at'), render: (_, row) => <RelativeTime at={row.issued_at} /> },
        ]}
        summary={(rows) =>
          rows.length > 1 && (
            <Table.Summary.Row className="totals">
              <Table.Summary.Cell index={0} colSpan={'cityId' in place ? 6 : 5}>
                {text('invoice.sum_shown')}
              </Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">
                <Money
                  strong
                  cents={rows.reduce((sum, row) => sum + row.gross_cents, 0)}
                  currency={rows[0]?.currency ?? ''}
                />
              </Table.Summary.Cell>
              <Table.Summary.Cell index={2} />
            </Table.Summary.Row>
          )
        }
        footer={
          invoices.hasNextPage && (
            <div className="table-more">
              <Button loading={invoices.isFetchingNextPage} onClick={() => void invoices.fetchNextPage()}>
                {text('action.more')}
              </Button>
            </div>
          )
        }
      />
      <CommissionDrawer
        invoice={invoices.rows?.find((row) => row.id === openId)}
        mayEdit={mayEdit}
        onClose={() => setOpenId(undefined)}
      />
    </>
  );
}
