import { ThunderboltOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { AssignDialog } from '../../components/dispatch/assign-dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { OpsOrderDrawer } from '../../components/ops/ops-order-drawer.tsx';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { orderRisk, type OrderRisk } from '../../lib/order-risk.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';
import { useOpsMap } from '../../queries/dispatch/use-ops-map.ts';
import { useRiders } from '../../queries/dispatch/use-riders.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import { BoardPanel } from './board-panel.tsx';
import { LiveMap } from './live-map.tsx';
import { ModeBanner } from './mode-banner.tsx';
import { ModeDialog } from './mode-dialog.tsx';
import type { RiskyOrder } from './risky-order.ts';

const rank: Record<OrderRisk, number> = { late: 0, soon: 1, waiting: 2, ok: 3 };

/** The town as it is now with the dispatch board: what is at risk first, and the means to step in. */
export default function MapPage() {
  const text = useText();
  const city = useCity();
  const may = useMay('map', 'edit');
  const now = useNow(15_000);
  const [params, setParams] = useSearchParams();
  const openId = params.get('order') ?? undefined;
  const [selectedId, setSelectedId] = useState(openId);
  const [storeId, setStoreId] = useState<string | undefined>(undefined);
  const [riderId, setRiderId] = useState<string | undefined>(undefined);
  const [dropped, setDropped] = useState<{ orderId: string; riderId: string } | undefined>(undefined);
  const [isStarting, setStarting] = useState(false);
  const query = useOpsMap(city.id);
  const all = useRiders(city.id).data;
  useLiveRefresh(`city:${city.id}`, [orderKeys.map(city.id)]);
  const open = (id: string | undefined): void =>
    setParams(id === undefined ? {} : { order: id }, { replace: true });
  const { data } = query;
  const orders = useMemo((): RiskyOrder[] => {
    const held = new Map(data?.zones.flatMap((zone) => zone.held.map((one) => [one.delivery_id, one])));
    return (data?.orders ?? [])
      .map((order) => ({
        ...order,
        risk: orderRisk(order, now),
        held: order.delivery ? held.get(order.delivery.id) : undefined,
      }))
      .sort((a, b) => rank[a.risk] - rank[b.risk] || (a.placed_at ?? '').localeCompare(b.placed_at ?? ''));
  }, [data, now]);
  const names = useMemo(() => new Map(all?.map((rider) => [rider.id, rider.display_name])), [all]);
  const nameOf = (id: string): string => names.get(id) ?? '–';

  if (query.isError && data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const chooseStore = (id: string): void => {
    const here = orders.filter((order) => order.store.id === id);
    const [only] = here;
    setRiderId(undefined);
    setStoreId(here.length === 1 ? undefined : id);
    if (here.length === 1 && only) setSelectedId(only.id);
  };
  const droppedOrder = orders.find(({ id }) => id === dropped?.orderId);
  return (
    <Page
      title={text('screen.map')}
      actions={
        may &&
        data !== undefined && (
          <Button icon={<ThunderboltOutlined />} data-testid="mode-open" onClick={() => setStarting(true)}>
            {text('mode.button')}
          </Button>
        )
      }
    >
      <div className="town-page">
        <ModeBanner zones={data?.zones ?? []} />
        <div className="town">
          {data === undefined ? (
            <Skeleton active className="live-panel" paragraph={{ rows: 10 }} />
          ) : (
            <BoardPanel
              orders={orders}
              riders={data.riders}
              returns={data.returns}
              nameOf={nameOf}
              selectedId={selectedId}
              storeId={storeId}
              riderId={riderId}
              onSelect={(id) => {
                setSelectedId(id);
                if (openId !== undefined) open(id);
              }}
              onDetails={(id) => {
                setSelectedId(id);
                open(id);
              }}
              onRider={setRiderId}
              onClear={() => {
                setStoreId(undefined);
                setRiderId(undefined);
              }}
            />
          )}
          <LiveMap
            city={city}
            zones={data?.zones ?? []}
            riders={data?.riders ?? []}
            orders={orders}
            selected={orders.find((order) => order.id === selectedId)}
            focusedRiderId={riderId}
            onStore={chooseStore}
            onRider={(id) => {
              setStoreId(undefined);
              setRiderId(id);
            }}
            onDropOrder={(orderId, onto) => setDropped({ orderId, riderId: onto })}
          />
        </div>
      </div>
      <OpsOrderDrawer orderId={openId} onClose={() => open(undefined)} />
      {droppedOrder && dropped && may && (
        <AssignDialog
          key={`${dropped.orderId} ${dropped.riderId}`}
          orders={[droppedOrder]}
          riderId={dropped.riderId}
          onClose={() => setDropped(undefined)}
        />
      )}
      {isStarting && <ModeDialog zones={data?.zones ?? []} onClose={() => setStarting(false)} />}
    </Page>
  );
}
