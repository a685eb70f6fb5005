import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useReasonText } from '../../components/use-reason-text.ts';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { useBreaches, type BreachRow } from '../../queries/dispatch/use-breaches.ts';
import { useWaiveBreach } from '../../queries/dispatch/use-waive-breach.ts';

/** Where riders fell short, and what ops decided about it. */
export default function BreachesPage() {
  const text = useText();
  const city = useCity();
  const may = useMay('breaches', 'edit');
  const reasonText = useReasonText();
  const [state, setState] = useState<'open' | 'waived'>('open');
  const [open, setOpen] = useState<BreachRow | undefined>(undefined);
  const breaches = useBreaches(city.id, state);
  const waive = useWaiveBreach();
  const detail = (row: BreachRow): string => {
    const { late_seconds, reason_code } = row.detail;
    if (typeof late_seconds === 'number')
      return text('breaches.late_by', { amount: Math.max(1, Math.round(late_seconds / 60)) });
    return typeof reason_code === 'string' ? reasonText(reason_code) : '';
  };
  return (
    <Page title={text('screen.breaches')} lead={text('breaches.lead')}>
      <div className="filters">
        <Segmented
          aria-label={text('field.status')}
          value={state}
          onChange={setState}
          options={(['open', 'waived'] as const).map((value) => ({
            value,
            label: text(`breach_state.${value}`),
          }))}
        />
      </div>
      <DataTable<BreachRow>
        label={text('screen.breaches')}
        testId="breach-table"
        rows={breaches.data}
        loading={breaches.isPending}
        error={breaches.error}
        onRetry={() => void breaches.refetch()}
        empty={<EmptyState title={text('breaches.none')} hint={text('breaches.none_hint')} />}
        columns={[
          { title: text('board.rider_name'), render: (_, row) => row.riders.display_name },
          {
            title: text('breaches.kind'),
            render: (_, row) => <ToneTag tone="warning">{text(`breach_kind.${row.kind as 'late'}`)}</ToneTag>,
          },
          { title: text('breaches.detail'), render: (_, row) => detail(row) },
          {
            title: text('breaches.order'),
            className: 'tabular',
            render: (_, row) => (row.deliveries ? `#${row.deliveries.orders.number.slice(-4)}` : '–'),
          },
          { title: text('field.when'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: text('breaches.decision'),
            render: (_, row) =>
              row.waived_at !== null ? (
                <>
                  {row.waive_note}{' '}
                  <span className="muted">
                    · <RelativeTime at={row.waived_at} />
                  </span>
                </>
              ) : may ? (
                <Button
                  size="small"
                  aria-label={text('breaches.waive_named', { name: row.riders.display_name })}
                  data-testid="breach-waive"
                  onClick={() => setOpen(row)}
                >
                  {text('breaches.waive')}
                </Button>
              ) : (
                text('breaches.stands')
              ),
          },
        ]}
      />
      <RecordDrawer<{ note: string }>
        open={open !== undefined}
        title={open ? text('breaches.waive_named', { name: open.riders.display_name }) : ''}
        initialValues={{ note: '' }}
        onSubmit={({ note }) => (open ? waive(open.id, note.trim()) : Promise.resolve())}
        onClose={() => setOpen(undefined)}
        testId="waive-drawer"
      >
        {() => (
          <>
            {open && (
              <p>
                {text(`breach_kind.${open.kind as 'late'}`)} · {detail(open)}
              </p>
            )}
            <Form.Item
              name="note"
              label={text('breaches.note')}
              extra={text('breaches.note_hint')}
              rules={[{ required: true, whitespace: true, message: text('form.required') }]}
            >
              <Input.TextArea rows={3} maxLength={200} data-testid="waive-note" />
            </Form.Item>
          </>
        )}
      </RecordDrawer>
    </Page>
  );
}
