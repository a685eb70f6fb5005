import { formatDistance } from '@linli/ui/distance';
import { distanceMeters } from '@linli/map/geometry';
import { Button, Select, Space } from 'antd';
import { useState } from 'react';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useAssignDelivery } from '../../queries/dispatch/use-assign-delivery.ts';
import { useOpsMap } from '../../queries/dispatch/use-ops-map.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';

type Props = { cityId: string; page: OrderPage; delivery: NonNullable<OrderPage['delivery']> };

/** A task can change hands until it is picked up. */
const movable = new Set(['unassigned', 'offered', 'assigned', 'arrived_at_store']);

/** Gives the task to a rider by hand: those online, nearest to the store first. */
export function AssignRider({ cityId, page, delivery }: Props) {
  const text = useText();
  const locale = useLocale();
  const { assign, busy } = useAssignDelivery();
  const riders = useOpsMap(cityId).data?.riders ?? [];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  if (!movable.has(delivery.status)) return null;
  const { store } = page;
  const offered = riders
    .filter((rider) => rider.id !== delivery.rider?.id)
    .map((rider) => ({ rider, meters: distanceMeters([rider.lon, rider.lat], [store.lon, store.lat]) }))
    .sort((a, b) => a.meters - b.meters);
  return (
    <Space.Compact block className="assign">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={text(delivery.rider ? 'assign.other' : 'assign.choose')}
        aria-label={text('assign.choose')}
        notFoundContent={text('assign.nobody')}
        value={chosen}
        onChange={setChosen}
        data-testid="assign-rider"
        options={offered.map(({ rider, meters }) => ({
          value: rider.id,
          label: `${rider.display_name} · ${formatDistance(meters, locale)} · ${text('assign.in_hand', {
            amount: rider.in_hand,
          })}`,
        }))}
      />
      <Button
        type={delivery.status === 'unassigned' ? 'primary' : 'default'}
        disabled={chosen === undefined}
        loading={busy}
        data-testid="assign-confirm"
        onClick={() => {
          if (chosen !== undefined)
            assign(delivery.id, chosen).then(
              () => setChosen(undefined),
              () => undefined,
            );
        }}
      >
        {text('assign.confirm')}
      </Button>
    </Space.Compact>
  );
}
