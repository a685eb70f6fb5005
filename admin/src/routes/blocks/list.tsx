import { StopOutlined } from '@ant-design/icons';
import { newKey } from '@linli/database';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import { useBlockCommands } from '../../queries/risk/use-block-commands.ts';
import { useBlocks, type BlockRow } from '../../queries/risk/use-blocks.ts';
import { BlockDrawer } from '../../components/block/block-drawer.tsx';
import { LiftModal } from '../../components/block/lift-modal.tsx';

/** Who is refused what, why and until when; and those that are over. */
export default function BlocksPage() {
  const text = useText();
  const { message } = App.useApp();
  const [isActive, setActive] = useState(true);
  const [isNew, setNew] = useState(false);
  const [lifting, setLifting] = useState<BlockRow | undefined>(undefined);
  const blocks = useBlocks(isActive);
  const commands = useBlockCommands();
  const rows = blocks.data?.pages.flat();
  return (
    <Page
      title={text('screen.blocks')}
      lead={text('blocks.lead')}
      actions={
        <Button type="primary" icon={<StopOutlined />} data-testid="block-new" onClick={() => setNew(true)}>
          {text('blocks.new')}
        </Button>
      }
    >
      <div className="cards">
        <Segmented
          className="start"
          value={isActive}
          onChange={setActive}
          aria-label={text('field.status')}
          options={[
            { value: true, label: text('blocks.active') },
            { value: false, label: text('blocks.over') },
          ]}
        />
        <DataTable<BlockRow>
          label={text('screen.blocks')}
          testId="block-table"
          rows={rows}
          loading={blocks.isPending}
          error={blocks.error}
          onRetry={() => void blocks.refetch()}
          empty={<EmptyState title={text('blocks.none')} hint={text('blocks.none_hint')} />}
          footer={
            blocks.hasNextPage && (
              <Button onClick={() => void blocks.fetchNextPage()} loading={blocks.isFetchingNextPage}>
                {text('action.more')}
              </Button>
            )
          }
          columns={[
            {
              title: text('blocks.who'),
              render: (_, row) => (
                <>
                  {row.subject === 'customer' ? (
                    <Link to={`/users/${row.subject_id}`}>
                      {row.subject_name || row.subject_id.slice(0, 8)}
                    </Link>
                  ) : (
                    row.subject_name || row.subject_id.slice(0, 8)
                  )}{' '}
                  <span className="muted">
                    {[text(`block_subject.${row.subject}`), row.subject_account].filter(Boolean).join(' · ')}
                  </span>
                </>
              ),
            },
            {
              title: text('blocks.refuses'),
              render: (_, row) =>
                row.refuses.map((action) => (
                  <ToneTag key={action} tone={isActive ? 'danger' : 'quiet'}>
                    {text(`block_action.${action}`)}
                  </ToneTag>
                )),
            },
            {
              title: text('field.reason'),
              render: (_, row) => <span className="rule-words">{row.reason}</span>,
            },
            {
              title: text('blocks.since'),
              render: (_, row) => (
                <>
                  <RelativeTime at={row.created_at} />{' '}
                  <span className="muted">{row.blocked_by_name ?? text('blocks.by_rules')}</span>
                </>
              ),
            },
            {
              title: text('blocks.until'),
              render: (_, row) => (row.until ? <RelativeTime at={row.until} /> : text('blocks.endless')),
            },
            isActive
              ? {
                  title: '',
                  align: 'right',
                  render: (_, row) => (
                    <Button size="small" data-testid="block-lift" onClick={() => setLifting(row)}>
                      {text('blocks.lift')}
                    </Button>
                  ),
                }
              : {
                  title: text('blocks.lifted'),
                  render: (_, row) =>
                    row.lifted_at ? (
                      <>
                        <RelativeTime at={row.lifted_at} />{' '}
                        <span className="muted">
                          {[row.lifted_by_name, row.lift_reason].filter(Boolean).join(' · ')}
                        </span>
                      </>
                    ) : (
                      text('blocks.ran_out')
                    ),
                },
          ]}
        />
      </div>
      <BlockDrawer open={isNew} onClose={() => setNew(false)} />
      <LiftModal
        block={lifting}
        onCancel={() => setLifting(undefined)}
        onLift={async (block, reason) => {
          await commands.mutateAsync({ command: 'lift', id: block.id, reason, key: newKey() });
          void message.success(text('blocks.lift_done'));
          setLifting(undefined);
        }}
      />
    </Page>
  );
}
