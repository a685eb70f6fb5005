import { ExportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useServices } from '../../app/services.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../providers/use-text.ts';
import { useWorkflowFailures } from '../../queries/platform/use-workflow-failures.ts';
import { OutboxTable } from './outbox-table.tsx';

/** The way into the workflow engine, and what failed there. */
export default function WorkflowsPage() {
  const text = useText();
  const { config } = useServices();
  const failures = useWorkflowFailures();
  return (
    <Page
      title={text('screen.workflows')}
      lead={text('workflows.lead')}
      actions={
        <Button
          type="primary"
          icon={<ExportOutlined />}
          href={config.links.workflows}
          target="_blank"
          rel="noreferrer"
          data-testid="open-workflows"
        >
          {text('workflows.open')}
        </Button>
      }
    >
      <h2 className="section-title">{text('workflows.runs')}</h2>
      <OutboxTable />
      <h2 className="section-title">{text('workflows.failures')}</h2>
      <DataTable
        label={text('workflows.failures')}
        testId="failure-table"
        rows={failures.rows?.map((row) => ({ ...row, id: String(row.id) }))}
        loading={failures.isPending}
        error={failures.error}
        onRetry={() => void failures.refetch()}
        empty={<EmptyState title={text('workflows.none')} hint={text('workflows.none_hint')} />}
        columns={[
          { title: text('field.when'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          { title: text('workflows.workflow'), dataIndex: 'workflow' },
          { title: text('workflows.execution'), dataIndex: 'execution', className: 'tabular' },
          {
            title: text('workflows.message'),
            render: (_, row) => <code className="wrap">{row.message}</code>,
          },
        ]}
        footer={
          failures.hasNextPage && (
            <div className="table-more">
              <Button loading={failures.isFetchingNextPage} onClick={() => void failures.fetchNextPage()}>
                {text('action.more')}
              </Button>
            </div>
          )
        }
      />
    </Page>
  );
}
