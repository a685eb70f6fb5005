import { PlusOutlined } from '@ant-design/icons';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { clock } from '../../lib/store-hours.ts';
import { useText } from '../../providers/use-text.ts';
import { useSlotCapacities, type CapacityRow } from '../../queries/store/use-slot-capacities.ts';
import { SlotDrawer } from './slot-drawer.tsx';
import { useWeekdayText } from '../../components/use-weekday-text.ts';

/** How many orders the kitchen takes in each slot: what is full is not offered to customers. */
export function SlotsCard({ storeId }: { storeId: string }) {
  const text = useText();
  const weekdays = useWeekdayText();
  const capacities = useSlotCapacities(storeId);
  const [open, setOpen] = useState<CapacityRow | 'new' | undefined>(undefined);
  return (
    <Card
      size="small"
      title={<h2 className="card-title">{text('slots.title')}</h2>}
      extra={
        <Button size="small" icon={<PlusOutlined />} data-testid="slot-new" onClick={() => setOpen('new')}>
          {text('slots.new')}
        </Button>
      }
    >
      <p className="muted">{text('slots.lead')}</p>
      <DataTable<CapacityRow>
        label={text('slots.title')}
        rows={capacities.rows}
        loading={capacities.loading}
        error={capacities.error}
        onRetry={() => void capacities.refetch()}
        onOpen={setOpen}
        empty={<EmptyState title={text('slots.none')} hint={text('slots.none_hint')} />}
        columns={[
          {
            title: text('order.way'),
            render: (_, row) => (
              <RowLink onClick={() => setOpen(row)} testId="slot-open">
                {text(`fulfillment_type.${row.fulfillment_type}`)}
              </RowLink>
            ),
          },
          { title: text('slots.weekdays'), render: (_, row) => weekdays(row.weekdays) },
          {
            title: text('slots.window'),
            className: 'tabular',
            render: (_, row) => `${clock(row.starts_at)}–${clock(row.ends_at)}`,
          },
          {
            title: text('slots.length'),
            align: 'right',
            render: (_, row) => text('unit.minutes', { amount: row.slot_minutes }),
          },
          {
            title: text('slots.capacity'),
            align: 'right',
            render: (_, row) => text('unit.orders', { amount: row.capacity_count }),
          },
        ]}
      />
      <SlotDrawer storeId={storeId} row={open} onClose={() => setOpen(undefined)} />
    </Card>
  );
}
