import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import { useReconciliationRuns, type ReconciliationRun } from '../../queries/finance/use-reconciliation.ts';
import { ImportStatement } from './import-statement.tsx';
import { RunDrawer } from './run-drawer.tsx';

/** Providers' statements beside our books, day by day, and what does not match. */
export default function ReconciliationPage() {
  const text = useText();
  const { currency } = useCity();
  const query = useReconciliationRuns();
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const open = query.data?.find((row) => row.id === openId);
  return (
    <Page
      title={text('screen.reconciliation')}
      lead={text('reconciliation.lead')}
      actions={<ImportStatement />}
    >
      <DataTable<ReconciliationRun>
        label={text('screen.reconciliation')}
        testId="reconciliation-table"
        rows={query.data}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        openId={open?.id}
        onOpen={(row) => setOpenId(row.id)}
        empty={<EmptyState title={text('reconciliation.none')} hint={text('reconciliation.none_hint')} />}
        columns={[
          {
            title: text('field.date'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="run-open">
                {row.on_date}
              </RowLink>
            ),
          },
          {
            title: text('reconciliation.provider'),
            render: (_, row) => text(`payment_provider.${row.provider}`),
          },
          {
            title: text('reconciliation.rows'),
            align: 'right',
            dataIndex: 'row_count',
            className: 'tabular',
          },
          {
            title: text('reconciliation.matched'),
            align: 'right',
            dataIndex: 'matched_count',
            className: 'tabular',
          },
          {
            title: text('reconciliation.differences'),
            align: 'right',
            render: (_, row) => (
              <ToneTag tone={row.difference_count === 0 ? 'success' : 'danger'}>
                {row.difference_count === 0 ? text('reconciliation.even') : row.difference_count}
              </ToneTag>
            ),
          },
          {
            title: text('reconciliation.fees'),
            align: 'right',
            render: (_, row) => <Money cents={row.fee_cents} currency={currency} />,
          },
          {
            title: text('reconciliation.imported'),
            render: (_, row) => <RelativeTime at={row.updated_at} />,
          },
        ]}
      />
      <RunDrawer run={open} onClose={() => setOpenId(undefined)} />
    </Page>
  );
}
