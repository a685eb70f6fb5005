import { DownloadOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton, Table } from 'antd';
import { useWorkspace } from '../../app/workspace.ts';
import { csvText } from '../../lib/csv.ts';
import { downloadText } from '../../lib/download-text.ts';
import { currencyDigits } from '../../lib/money-text.ts';
import { statementPurposes, type StatementOrder } from '../../lib/statement-orders.ts';
import { useText } from '../../providers/use-text.ts';
import { useStatementLines } from '../../queries/ledger/use-statement-lines.ts';
import type { StatementRow } from '../../queries/ledger/use-statements.ts';
import { DataTable } from '../data-table.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Money } from '../money.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { RowLink } from '../row-link.tsx';

type Props = {
  statement: StatementRow | undefined;
  title: string;
  onClose: () => void;
  /** Opens the order of a line. */
  onOrder?: (orderId: string) => void;
};

/** A statement order by order, to read and to take away as a file. */
export function StatementDrawer({ statement, title, onClose, onOrder }: Props) {
  return (
    <Drawer
      open={statement !== undefined}
      title={title}
      size={840}
      mask={false}
      onClose={onClose}
      destroyOnHidden
    >
      {statement && <Lines key={statement.id} statement={statement} onOrder={onOrder} />}
    </Drawer>
  );
}

function Lines({ statement, onOrder }: { statement: StatementRow; onOrder: Props['onOrder'] }) {
  const text = useText();
  const query = useStatementLines(statement.id);
  const { city } = useWorkspace();
  const rows = query.data;
  const purposes = statementPurposes(rows ?? []);
  const purposeText = (purpose: string): string => text(`ledger_purpose.${purpose as 'goods'}`);
  const { currency } = statement;

  const download = (): void => {
    const scale = 10 ** currencyDigits(currency);
    const header = [
      text('order.number'),
      text('order.completed_at'),
      ...purposes.map(purposeText),
      text('statement.net_cents'),
    ];
    const body = (rows ?? []).map((row) => [
      row.number,
      row.completed_at,
      ...purposes.map((purpose) => (row.amounts[purpose] ?? 0) / scale),
      row.net / scale,
    ]);
    downloadText(`statement-${statement.period_on}-${city?.slug ?? ''}.csv`, csvText(header, body));
  };

  if (rows === undefined && !query.isError) return <Skeleton active paragraph={{ rows: 8 }} />;
  const sum = (amount: (row: StatementOrder) => number): number =>
    (rows ?? []).reduce((all, row) => all + amount(row), 0);
  return (
    <div data-testid="statement-drawer">
      <div className="drawer-tools">
        <span className="muted">{text('statement.lines_lead')}</span>
        <Button
          icon={<DownloadOutlined />}
          disabled={rows === undefined}
          data-testid="statement-csv"
          onClick={download}
        >
          {text('action.csv')}
        </Button>
      </div>
      <DataTable<StatementOrder>
        label={text('statement.lines')}
        testId="statement-lines"
        inDrawer
        rows={rows}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={<EmptyState title={text('statement.no_lines')} />}
        columns={[
          {
            title: text('order.number'),
            className: 'tabular',
            render: (_, row) =>
              onOrder && row.id !== '' ? (
                <RowLink onClick={() => onOrder(row.id)} testId="statement-order">
                  {row.number}
                </RowLink>
              ) : (
                row.number
              ),
          },
          { title: text('order.completed_at'), render: (_, row) => <RelativeTime at={row.completed_at} /> },
          ...purposes.map((purpose) => ({
            title: purposeText(purpose),
            align: 'right' as const,
            render: (_: unknown, row: StatementOrder) => (
              <Money cents={row.amounts[purpose] ?? 0} currency={currency} />
            ),
          })),
          {
            title: text('statement.net_cents'),
            align: 'right',
            render: (_, row) => <Money cents={row.net} currency={currency} strong />,
          },
        ]}
        summary={() => (
          <Table.Summary.Row className="totals">
            <Table.Summary.Cell index={0} colSpan={2}>
              {text('statement.sum')}
            </Table.Summary.Cell>
            {purposes.map((purpose, index) => (
              <Table.Summary.Cell key={purpose} index={index + 2} align="right">
                <Money cents={sum((row) => row.amounts[purpose] ?? 0)} currency={currency} />
              </Table.Summary.Cell>
            ))}
            <Table.Summary.Cell index={purposes.length + 2} align="right">
              <Money cents={sum((row) => row.net)} currency={currency} strong />
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </div>
  );
}
