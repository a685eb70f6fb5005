import { PlusOutlined } from '@ant-design/icons';
import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';
import { Button } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { localField } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { RuleDrawer } from './rule-drawer.tsx';
import { useEventText } from './use-event-text.ts';

export type RuleRow = Tables<'notification_rules'>;

/** Which event of an order tells whom, how, in which words. */
export default function NotificationRulesPage() {
  const text = useText();
  const locale = useLocale();
  const may = useMay('notification-rules', 'edit');
  const [open, setOpen] = useState<RuleRow | 'new' | undefined>(undefined);
  const { query } = useList<RuleRow>({
    resource: 'notification_rules',
    sorters: [
      { field: 'event', order: 'asc' },
      { field: 'audience', order: 'asc' },
      { field: 'channel', order: 'asc' },
    ],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  const eventText = useEventText();
  return (
    <Page
      title={text('screen.notification_rules')}
      lead={text('rules.lead')}
      actions={
        may && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="rule-new"
            onClick={() => setOpen('new')}
          >
            {text('rules.new')}
          </Button>
        )
      }
    >
      <DataTable<RuleRow>
        label={text('screen.notification_rules')}
        testId="rule-table"
        rows={query.data?.data}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        onOpen={setOpen}
        empty={<EmptyState title={text('rules.none')} hint={text('rules.none_hint')} />}
        columns={[
          {
            title: text('rules.event'),
            render: (_, row) => (
              <RowLink onClick={() => setOpen(row)} testId="rule-open">
                {eventText(row.event)}
              </RowLink>
            ),
          },
          { title: text('rules.audience'), render: (_, row) => text(`actor.${row.audience as 'customer'}`) },
          { title: text('rules.channel'), render: (_, row) => text(`channel.${row.channel as 'sms'}`) },
          {
            title: text('rules.text'),
            render: (_, row) => (
              <>
                <strong>{localField(row.title, row.translations, 'title', locale)}</strong>
                <div className="muted">{localField(row.body, row.translations, 'body', locale)}</div>
              </>
            ),
          },
          {
            title: text('field.is_active'),
            align: 'center',
            render: (_, row) => (
              <SwitchCell
                resource="notification_rules"
                id={row.id}
                field="is_active"
                checked={row.is_active}
                disabled={!may}
                label={text('rules.active_named', { name: row.title })}
                testId="rule-active"
              />
            ),
          },
        ]}
      />
      <RuleDrawer rule={open} readOnly={!may} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
