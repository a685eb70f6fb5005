import { PlusOutlined } from '@ant-design/icons';
import type { Database, Enums } from '@linli/database';
import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useWorkspace } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../providers/use-text.ts';
import { useSetMember } from '../../queries/team/use-set-member.ts';
import { useTeam } from '../../queries/team/use-team.ts';
import { AddMember } from './add-member.tsx';

type Row = Database['public']['Functions']['list_ops_members']['Returns'][number] & { id: string };
export const opsRoles: Enums<'ops_role'>[] = ['admin', 'operations', 'finance', 'support'];

/** The staff of the operator; administrators give and take roles. */
export function People() {
  const text = useText();
  const { roles } = useWorkspace();
  const query = useTeam();
  const { send, busy } = useSetMember();
  const [isAdding, setAdding] = useState(false);
  const rows = query.data?.map((row): Row => ({ ...row, id: row.user_id }));
  const give = (row: Row, role: Enums<'ops_role'> | null) =>
    send({ account: row.user_id, role }).catch(() => undefined);
  return (
    <>
      <div className="filters">
        <Button type="primary" icon={<PlusOutlined />} data-testid="team-add" onClick={() => setAdding(true)}>
          {text('team.add')}
        </Button>
      </div>
      <DataTable<Row>
        label={text('team.people')}
        testId="team-table"
        rows={rows}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={<EmptyState title={text('team.none')} />}
        columns={[
          { title: text('field.name'), render: (_, row) => row.display_name || text('merchants.nameless') },
          { title: text('team.account'), dataIndex: 'account', className: 'tabular' },
          {
            title: text('team.role'),
            render: (_, row) => (
              <Select<Enums<'ops_role'>>
                size="small"
                className="filter-narrow"
                aria-label={text('team.role_of', { name: row.display_name ?? '' })}
                value={row.role}
                // Nobody takes the administrator's role from themself by a slip.
                disabled={busy || row.user_id === roles.user_id}
                onChange={(role) => void give(row, role)}
                options={opsRoles.map((value) => ({ value, label: text(`role.${value}`) }))}
              />
            ),
          },
          { title: text('field.since'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: '',
            align: 'right',
            render: (_, row) =>
              row.user_id !== roles.user_id && (
                <Popconfirm
                  title={text('team.remove_question', { name: row.display_name ?? '' })}
                  okText={text('team.remove')}
                  okButtonProps={{ danger: true }}
                  onConfirm={() => give(row, null)}
                >
                  <Button danger type="text" size="small" data-testid="team-remove">
                    {text('team.remove')}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      <AddMember open={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}
