import { Button, Space } from 'antd';
import { useState } from 'react';
import { useMay } from '../use-may.ts';
import { isMovable } from '../../lib/board-lane.ts';
import { useText } from '../../providers/use-text.ts';
import type { MapOrder } from '../../queries/dispatch/use-ops-map.ts';
import { AdjustTimes } from './adjust-times.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { TakeBack } from './take-back.tsx';

type Props = {
  order: MapOrder;
  nameOf: (riderId: string) => string;
  size?: 'small';
};

/** What ops may do with the task of an open order, as its state allows. */
export function DispatchActions({ order, nameOf, size }: Props) {
  const text = useText();
  const may = useMay('map', 'edit');
  const [open, setOpen] = useState<'assign' | 'resolve' | undefined>(undefined);
  const { delivery } = order;
  if (!delivery || !may) return null;
  const holderId = delivery.rider_id ?? delivery.offer?.rider_id;
  const movable = isMovable(delivery.status);
  return (
    <Space wrap size={6} className="dispatch-actions" data-testid="dispatch-actions">
      {movable && (
        <Button
          size={size}
          type={delivery.status === 'unassigned' ? 'primary' : 'default'}
          data-testid="assign-open"
          onClick={() => setOpen('assign')}
        >
          {text(delivery.rider_id ? 'dispatch.reassign' : 'dispatch.assign')}
        </Button>
      )}
      {!movable && (
        <Button
          size={size}
          type={delivery.incident ? 'primary' : 'default'}
          data-testid="resolve-open"
          onClick={() => setOpen('resolve')}
        >
          {text('dispatch.resolve')}
        </Button>
      )}
      {movable && holderId && (
        <TakeBack deliveryId={delivery.id} number={order.number} riderName={nameOf(holderId)} size={size} />
      )}
      <AdjustTimes delivery={delivery} size={size} />
      {open === 'assign' && <AssignDialog orders={[order]} onClose={() => setOpen(undefined)} />}
      {open === 'resolve' && (
        <ResolveDialog
          order={order}
          riderName={delivery.rider_id ? nameOf(delivery.rider_id) : undefined}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Space>
  );
}
