import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../providers/use-text.ts';
import type { StatementRow } from '../../queries/ledger/use-statements.ts';
import { DataTable } from '../data-table.tsx';
import { Money } from '../money.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { RowLink } from '../row-link.tsx';

type Props = {
  rows: readonly StatementRow[] | undefined;
  loading: boolean;
  error: unknown;
  onRetry: () => void;
  openId: string | undefined;
  onOpen: (row: StatementRow) => void;
  empty: ReactNode;
  /** Whose statement it is; left out where all are of one party. */
  partyName?: (row: StatementRow) => string;
};

/** Statements with what was earned, deducted and is due. */
export function StatementTable(props: Props) {
  const text = useText();
  const party: TableColumnsType<StatementRow> = props.partyName
    ? [
        { title: text('statement.party'), render: (_, row) => props.partyName?.(row) },
        { title: text('statement.kind'), render: (_, row) => text(`settlement_party.${row.party}`) },
      ]
    : [];
  const columns: TableColumnsType<StatementRow> = [
    {
      title: text('statement.day'),
      render: (_, row) => (
        <RowLink onClick={() => props.onOpen(row)} testId="statement-open">
          {row.period_on}
        </RowLink>
      ),
    },
    ...party,
    { title: text('statement.orders'), align: 'right', dataIndex: 'order_count', className: 'tabular' },
    ...(['gross_cents', 'deducted_cents', 'net_cents'] as const).map((field) => ({
      title: text(`statement.${field}`),
      align: 'right' as const,
      render: (_: unknown, row: StatementRow) => (
        <Money cents={row[field]} currency={row.currency} strong={field === 'net_cents'} />
      ),
    })),
    { title: text('statement.made'), render: (_, row) => <RelativeTime at={row.created_at} /> },
  ];
  return (
    <DataTable<StatementRow>
      label={text('statement.list')}
      testId="statement-table"
      rows={props.rows}
      loading={props.loading}
      error={props.error}
      onRetry={props.onRetry}
      openId={props.openId}
      onOpen={props.onOpen}
      empty={props.empty}
      columns={columns}
      summary={(shown) => <Totals rows={shown} before={1 + party.length} />}
    />
  );
}

function Totals({ rows, before }: { rows: readonly StatementRow[]; before: number }) {
  const text = useText();
  const currency = rows[0]?.currency;
  if (currency === undefined || rows.some((row) => row.currency !== currency)) return null;
  const sum = (field: 'gross_cents' | 'deducted_cents' | 'net_cents'): number =>
    rows.reduce((total, row) => total + row[field], 0);
  return (
    <Table.Summary.Row className="totals">
      <Table.Summary.Cell index={0} colSpan={before}>
        {text('statement.sum')}
      </Table.Summary.Cell>
      <Table.Summary.Cell index={1} align="right">
        <span className="tabular">{rows.reduce((total, row) => total + row.order_count, 0)}</span>
      </Table.Summary.Cell>
      {(['gross_cents', 'deducted_cents', 'net_cents'] as const).map((field, index) => (
        <Table.Summary.Cell key={field} index={2 + index} align="right">
          <Money cents={sum(field)} currency={currency} strong={field === 'net_cents'} />
        </Table.Summary.Cell>
      ))}
      <Table.Summary.Cell index={5} />
    </Table.Summary.Row>
  );
}
