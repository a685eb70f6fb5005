import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { NoteModal } from '../../components/note-modal.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import {
  useReconciliationItems,
  type ReconciliationItem,
  type ReconciliationRun,
} from '../../queries/finance/use-reconciliation.ts';
import { useResolveItem } from '../../queries/finance/use-resolve-item.ts';

const tones = {
  matched: 'success',
  missing_here: 'warning',
  missing_there: 'danger',
  amount_differs: 'accent',
} as const;

/** The differences of a statement, each to be posted or closed with a note. */
export function RunDrawer({ run, onClose }: { run: ReconciliationRun | undefined; onClose: () => void }) {
  const text = useText();
  return (
    <Drawer
      open={run !== undefined}
      title={run ? `${text(`payment_provider.${run.provider}`)} · ${run.on_date}` : ''}
      size={840}
      onClose={onClose}
      destroyOnHidden
    >
      {run && <Items key={run.id} runId={run.id} />}
    </Drawer>
  );
}

type Asking = { item: ReconciliationItem; isPosted: boolean };

function Items({ runId }: { runId: string }) {
  const text = useText();
  const query = useReconciliationItems(runId);
  const { send } = useResolveItem();
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const rows = query.data?.map((row) => ({ ...row, id: String(row.id), key: row.id, source: row }));
  return (
    <>
      <DataTable
        label={text('reconciliation.differences')}
        testId="difference-table"
        inDrawer
        rows={rows}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={<EmptyState title={text('reconciliation.all_match')} />}
        columns={[
          {
            title: text('reconciliation.what'),
            render: (_, row) => (
              <>
                {text(`reconciliation.kind_${row.kind as 'payment'}`)}{' '}
                <ToneTag tone={tones[row.status]}>{text(`reconciliation.${row.status}`)}</ToneTag>
                <span className="muted clip tabular">{row.out_refund_no ?? row.out_trade_no}</span>
              </>
            ),
          },
          {
            title: text('reconciliation.ours'),
            align: 'right',
            render: (_, row) => <Money cents={row.ours_cents} currency={row.currency} />,
          },
          {
            title: text('reconciliation.theirs'),
            align: 'right',
            render: (_, row) => <Money cents={row.theirs_cents} currency={row.currency} />,
          },
          { title: text('field.when'), render: (_, row) => <RelativeTime at={row.occurred_at} /> },
          {
            title: text('reconciliation.resolution'),
            render: (_, row) =>
              row.resolved_at !== null ? (
                <span className="clip">{row.resolution}</span>
              ) : (
                <Space wrap size={4}>
                  <Button
                    size="small"
                    data-testid="item-post"
                    onClick={() => setAsking({ item: row.source, isPosted: true })}
                  >
                    {text('reconciliation.post')}
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    data-testid="item-close"
                    onClick={() => setAsking({ item: row.source, isPosted: false })}
                  >
                    {text('reconciliation.close')}
                  </Button>
                </Space>
              ),
          },
        ]}
      />
      <NoteModal
        open={asking !== undefined}
        title={text(asking?.isPosted ? 'reconciliation.post' : 'reconciliation.close')}
        detail={text(asking?.isPosted ? 'reconciliation.post_detail' : 'reconciliation.close_detail')}
        confirmText={text(asking?.isPosted ? 'reconciliation.post' : 'reconciliation.close')}
        isDanger={false}
        onConfirm={(note) =>
          asking ? send({ id: asking.item.id, note, isPosted: asking.isPosted }) : Promise.resolve()
        }
        onClose={() => setAsking(undefined)}
      />
    </>
  );
}
