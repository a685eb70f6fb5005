import { CloseOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { AssignDialog } from '../../components/dispatch/assign-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import { isMovable, lanes, lanesOf, type Lane } from '../../lib/board-lane.ts';
import { useText } from '../../providers/use-text.ts';
import type { MapReturn, MapRider } from '../../queries/dispatch/use-ops-map.ts';
import { OrderCard } from './order-card.tsx';
import { ReturnsList } from './returns-list.tsx';
import { RiderEntry } from './rider-entry.tsx';
import type { RiskyOrder } from './risky-order.ts';

type Props = {
  orders: readonly RiskyOrder[];
  riders: readonly MapRider[];
  returns: readonly MapReturn[];
  nameOf: (riderId: string) => string;
  selectedId: string | undefined;
  /** Only orders of this store, or of this rider. */
  storeId: string | undefined;
  riderId: string | undefined;
  onSelect: (id: string | undefined) => void;
  onDetails: (id: string) => void;
  onRider: (id: string) => void;
  onClear: () => void;
};

const shownAtMost = 200;

/** The board beside the map: open orders by lane, riders, what has to go back; for the eye and for the keyboard. */
export function BoardPanel(props: Props) {
  const { orders, riders, returns, nameOf, selectedId, storeId, riderId } = props;
  const text = useText();
  const [view, setView] = useState<'orders' | 'riders'>('orders');
  const [lane, setLane] = useState<Lane>('all');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [isAssigning, setAssigning] = useState(false);
  const place = orders
    .filter((order) => storeId === undefined || order.store.id === storeId)
    .filter((order) => riderId === undefined || order.delivery?.rider_id === riderId);
  const shown = place.filter((order) => lanesOf(order).includes(lane));
  const together = orders.filter((order) => picked.has(order.id) && isMovable(order.delivery?.status));
  const narrowed = riderId ? nameOf(riderId) : orders.find((order) => order.store.id === storeId)?.store.name;
  const count = (wanted: Lane): number =>
    place.filter((order) => lanesOf(order).includes(wanted)).length +
    (wanted === 'trouble' ? returns.length : 0);
  useListKeys({
    count: view === 'orders' ? shown.length : 0,
    active: shown.findIndex((order) => order.id === selectedId),
    onMove: (index) => {
      const order = shown[index];
      if (order === undefined) return;
      props.onSelect(order.id);
      document.getElementById(`live-${order.id}`)?.scrollIntoView({ block: 'nearest' });
    },
    onOpen: (index) => shown[index] && props.onDetails(shown[index].id),
  });
  const pick = (id: string, isPicked: boolean): void =>
    setPicked((before) => {
      const next = new Set(before);
      if (isPicked) next.add(id);
      else next.delete(id);
      return next;
    });

  return (
    <section className="live-panel" aria-label={text('board.title')} data-testid="live-panel">
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
          <div className="board-lanes" role="group" aria-label={text('board.title')}>
            {lanes.map((value) => (
              <button
                key={value}
                type="button"
                className={`risk-chip lane-${value}`}
                aria-pressed={lane === value}
                data-testid={`lane-${value}`}
                onClick={() => setLane(value)}
              >
                <b className="tabular">{count(value)}</b> {text(`lane.${value}`)}
              </button>
            ))}
          </div>
          {narrowed !== undefined && (
            <Button size="small" icon={<CloseOutlined />} iconPlacement="end" onClick={props.onClear}>
              {narrowed}
            </Button>
          )}
          <div className="live-scroll" tabIndex={0} role="region" aria-label={text('map.orders')}>
            {lane === 'trouble' && returns.length > 0 && <ReturnsList returns={returns} nameOf={nameOf} />}
            {shown.length === 0 && !(lane === 'trouble' && returns.length > 0) && (
              <EmptyState
                title={text(
                  lane === 'all'
                    ? 'map.no_orders'
                    : lane === 'trouble'
                      ? 'board.no_trouble'
                      : 'board.nothing',
                )}
                hint={text(lane === 'trouble' ? 'board.no_trouble_hint' : 'map.no_orders_hint')}
              />
            )}
            <ul className="live-list">
              {shown.slice(0, shownAtMost).map((order) => (
                <OrderCard
                  key={order.id}
                  order={order}
                  nameOf={nameOf}
                  isActive={order.id === selectedId}
                  isPicked={picked.has(order.id)}
                  onSelect={() => props.onSelect(order.id === selectedId ? undefined : order.id)}
                  onPick={(isPicked) => pick(order.id, isPicked)}
                  onDetails={() => props.onDetails(order.id)}
                />
              ))}
            </ul>
            {shown.length > shownAtMost && (
              <p className="muted">{text('board.more', { amount: shown.length - shownAtMost })}</p>
            )}
          </div>
          {together.length > 0 ? (
            <div className="board-batch" data-testid="board-batch">
              <span>{text('board.selected', { amount: together.length })}</span>
              <Button size="small" className="push" onClick={() => setPicked(new Set())}>
                {text('board.clear')}
              </Button>
              <Button
                size="small"
                type="primary"
                data-testid="assign-together"
                onClick={() => setAssigning(true)}
              >
                {text('board.assign_together')}
              </Button>
            </div>
          ) : (
            <p className="muted board-hint">{text('board.drag_hint')}</p>
          )}
          {isAssigning && (
            <AssignDialog
              orders={together}
              onClose={() => setAssigning(false)}
              onDone={() => setPicked(new Set())}
            />
          )}
        </>
      ) : (
        <>
          {riders.length === 0 && (
            <EmptyState title={text('map.no_riders')} hint={text('map.no_riders_hint')} />
          )}
          <ul className="live-list live-scroll">
            {riders.slice(0, shownAtMost).map((rider) => (
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
          {riders.length > shownAtMost && (
            <p className="muted">{text('board.more', { amount: riders.length - shownAtMost })}</p>
          )}
        </>
      )}
    </section>
  );
}
