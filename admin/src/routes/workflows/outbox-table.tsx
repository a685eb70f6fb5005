import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { outboxStates, useOutbox, type OutboxState } from '../../queries/platform/use-outbox.ts';

const tones = {
  waiting: 'quiet',
  running: 'info',
  failing: 'warning',
  done: 'success',
  given_up: 'danger',
} as const;

/** What the workflows were given to send and how it went; what failed can be sent again. */
export function OutboxTable() {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const mayEdit = useMay('workflows', 'edit');
  const [state, setState] = useState<OutboxState | undefined>(undefined);
  const { list, retry } = useOutbox(state);
  return (
    <>
      <div className="filters">
        <Select<OutboxState>
          className="filter-wide"
          allowClear
          aria-label={text('field.status')}
          placeholder={text('field.status')}
          value={state}
          options={outboxStates.map((value) => ({ value, label: text(`outbox_state.${value}`) }))}
          onChange={setState}
        />
      </div>
      <DataTable
        label={text('workflows.runs')}
        testId="outbox-table"
        rows={list.data}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState title={text('workflows.no_runs')} hint={text('workflows.no_runs_hint')} />}
        columns={[
          { title: text('field.when'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: text('rules.channel'),
            render: (_, row) => text(`channel.${row.kind.replace('notify.', '') as 'sms'}`),
          },
          { title: text('workflows.subject'), render: (_, row) => <code>{row.subject}</code> },
          {
            title: text('field.status'),
            render: (_, row) => (
              <ToneTag tone={tones[row.state as OutboxState]}>
                {text(`outbox_state.${row.state as OutboxState}`)}
              </ToneTag>
            ),
          },
          { title: text('workflows.attempts'), align: 'right', dataIndex: 'attempt_count' },
          {
            title: text('workflows.message'),
            render: (_, row) => row.last_error && <code className="wrap">{row.last_error}</code>,
          },
          {
            key: 'retry',
            render: (_, row) =>
              mayEdit &&
              row.last_error && (
                <Button
                  size="small"
                  loading={retry.isPending && retry.variables === row.id}
                  onClick={() =>
                    retry.mutate(row.id, { onError: (error) => void message.error(errorText(error)) })
                  }
                >
                  {text('workflows.send_again')}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
