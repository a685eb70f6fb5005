import { PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useStore, useWorkspace } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useRemoveStaff } from '../../queries/staff/use-remove-staff.ts';
import { useStaff, type StaffRow } from '../../queries/staff/use-staff.ts';
import { StaffDrawer } from './staff-drawer.tsx';

/** Who works here, in which store and as what. */
export default function StaffPage() {
  const text = useText();
  const locale = useLocale();
  const { roles } = useWorkspace();
  const { store } = useStore();
  const staff = useStaff(store.merchant_id);
  const remove = useRemoveStaff(store.merchant_id);
  const [open, setOpen] = useState(false);
  const placeOf = (row: StaffRow): string => {
    if (row.store_id === null) return text('staff.all_stores');
    const known = roles.stores.find(({ id }) => id === row.store_id);
    return known ? localName(known, locale) : text('staff.other_store');
  };
  return (
    <Page
      title={text('screen.staff')}
      lead={text('staff.lead')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} data-testid="staff-new" onClick={() => setOpen(true)}>
          {text('staff.new')}
        </Button>
      }
    >
      <DataTable<StaffRow & { id: string }>
        label={text('screen.staff')}
        testId="staff-table"
        rows={staff.data?.map((row) => ({ ...row, id: row.user_id }))}
        loading={staff.isPending}
        error={staff.error}
        onRetry={() => void staff.refetch()}
        empty={<EmptyState title={text('staff.none')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <>
                {row.display_name || text('staff.nameless')}
                {row.user_id === roles.user_id && <span className="muted"> · {text('session.me')}</span>}
              </>
            ),
          },
          { title: text('field.phone'), className: 'tabular', render: (_, row) => row.phone ?? '–' },
          { title: text('staff.role'), render: (_, row) => text(`merchant_role.${row.role}`) },
          { title: text('staff.store'), render: (_, row) => placeOf(row) },
          { title: text('field.since'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: <span className="visually-hidden">{text('staff.remove')}</span>,
            align: 'right',
            render: (_, row) => (
              <Popconfirm
                title={text(row.user_id === roles.user_id ? 'staff.leave_question' : 'staff.remove_question')}
                okText={text('staff.remove')}
                okButtonProps={{ danger: true }}
                onConfirm={() => remove.mutateAsync(row.user_id).catch(() => undefined)}
              >
                <Button size="small" type="text" danger data-testid="staff-remove">
                  {text('staff.remove')}
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
      <StaffDrawer open={open} onClose={() => setOpen(false)} />
    </Page>
  );
}
