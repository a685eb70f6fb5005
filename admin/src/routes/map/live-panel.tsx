import { CloseOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import type { OrderRisk } from '../../lib/order-risk.ts';
import { useText } from '../../providers/use-text.ts';
import type { MapOrder, MapRider } from '../../queries/dispatch/use-ops-map.ts';
import { OrderEntry } from './order-entry.tsx';
import { RiderEntry } from './rider-entry.tsx';

export type RiskyOrder = MapOrder & { risk: OrderRisk };
type Props = {
  orders: readonly RiskyOrder[];
  riders: readonly MapRider[];
  openId: string | undefined;
  /** Only orders of this store, or of this rider. */
  storeId: string | undefined;
  riderId: string | undefined;
  onOpen: (id: string) => void;
  onRider: (id: string) => void;
  onClear: () => void;
};

/** The list beside the map: the same orders and riders, for reading and for the keyboard. */
export function LivePanel(props: Props) {
  const { orders, riders, openId, storeId, riderId } = props;
  const text = useText();
  const [view, setView] = useState<'orders' | 'riders'>('orders');
  const [risk, setRisk] = useState<OrderRisk | 'all'>('all');
  const [activeId, setActiveId] = useState<string | undefined>(undefined);
  const place = orders
    .filter((order) => storeId === undefined || order.store.id === storeId)
    .filter((order) => riderId === undefined || order.delivery?.rider_id === riderId);
  const shown = place.filter((order) => risk === 'all' || order.risk === risk);
  const riderName = (id: string | null | undefined): string | undefined =>
    riders.find((rider) => rider.id === id)?.display_name;
  const current = openId ?? activeId;
  useListKeys({
    count: view === 'orders' ? shown.length : 0,
    active: shown.findIndex((order) => order.id === current),
    onMove: (index) => {
      const order = shown[index];
      if (order === undefined) return;
      setActiveId(order.id);
      if (openId !== undefined) props.onOpen(order.id);
      document.getElementById(`live-${order.id}`)?.scrollIntoView({ block: 'nearest' });
    },
    onOpen: (index) => shown[index] && props.onOpen(shown[index].id),
  });
  const count = (wanted: OrderRisk | 'all'): number =>
    wanted === 'all' ? place.length : place.filter((order) => order.risk === wanted).length;
  const narrowed = riderName(riderId) ?? orders.find((order) => order.store.id === storeId)?.store.name;

  return (
    <section className="live-panel" aria-label={text('map.list')} data-testid="live-panel">
      <Segmented
        block
        aria-label={text('map.list')}
        value={view}
        onChange={setView}
        options={[
          { value: 'orders' as const, label: `${text('map.orders')} ${orders.length}` },
          { value: 'riders' as const, label: `${text('map.riders')} ${riders.length}` },
        ]}
      />
      {view === 'orders' ? (
        <>
          <div className="risk-filter" role="group" aria-label={text('order.risk')}>
            {(['all', 'late', 'soon', 'waiting'] as const).map((value) => (
              <button
                key={value}
                type="button"
                className={`risk-chip risk-${value}`}
                aria-pressed={risk === value}
                data-testid={`risk-${value}`}
                onClick={() => setRisk(value)}
              >
                <b className="tabular">{count(value)}</b> {text(`risk.${value}`)}
              </button>
            ))}
          </div>
          {narrowed !== undefined && (
            <Button size="small" icon={<CloseOutlined />} iconPlacement="end" onClick={props.onClear}>
              {narrowed}
            </Button>
          )}
          {shown.length === 0 && (
            <EmptyState title={text('map.no_orders')} hint={text('map.no_orders_hint')} />
          )}
          <ul className="live-list">
            {shown.map((order) => (
              <OrderEntry
                key={order.id}
                order={order}
                riderName={riderName(order.delivery?.rider_id)}
                isActive={order.id === current}
                onOpen={() => props.onOpen(order.id)}
              />
            ))}
          </ul>
        </>
      ) : (
        <>
          {riders.length === 0 && (
            <EmptyState title={text('map.no_riders')} hint={text('map.no_riders_hint')} />
          )}
          <ul className="live-list">
            {riders.map((rider) => (
              <RiderEntry
                key={rider.id}
                rider={rider}
                isActive={rider.id === riderId}
                onOpen={() => {
                  setView('orders');
                  props.onRider(rider.id);
                }}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
