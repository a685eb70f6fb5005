import { Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { OpsOrderDrawer } from '../../components/ops/ops-order-drawer.tsx';
import { Page } from '../../components/page.tsx';
import { orderRisk, type OrderRisk } from '../../lib/order-risk.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';
import { useOpsMap } from '../../queries/dispatch/use-ops-map.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import { LivePanel } from './live-panel.tsx';
import { LiveMap } from './live-map.tsx';

const rank: Record<OrderRisk, number> = { late: 0, soon: 1, waiting: 2, ok: 3 };

/** The town as it is now: orders, riders, zones; what is at risk first. */
export default function MapPage() {
  const text = useText();
  const city = useCity();
  const now = useNow(15_000);
  const [params, setParams] = useSearchParams();
  const openId = params.get('order') ?? undefined;
  const [storeId, setStoreId] = useState<string | undefined>(undefined);
  const [riderId, setRiderId] = useState<string | undefined>(undefined);
  const query = useOpsMap(city.id);
  useLiveRefresh(`city:${city.id}`, [orderKeys.map(city.id)]);
  const open = (id: string | undefined): void =>
    setParams(id === undefined ? {} : { order: id }, { replace: true });

  if (query.isError && query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const orders = (query.data?.orders ?? [])
    .map((order) => ({ ...order, risk: orderRisk(order, now) }))
    .sort((a, b) => rank[a.risk] - rank[b.risk] || (a.placed_at ?? '').localeCompare(b.placed_at ?? ''));
  const chooseStore = (id: string): void => {
    const here = orders.filter((order) => order.store.id === id);
    const [only] = here;
    setRiderId(undefined);
    if (here.length === 1 && only) {
      setStoreId(undefined);
      open(only.id);
    } else setStoreId(id);
  };
  return (
    <Page title={text('screen.map')}>
      <div className="town">
        {query.data === undefined ? (
          <Skeleton active className="live-panel" paragraph={{ rows: 10 }} />
        ) : (
          <LivePanel
            orders={orders}
            riders={query.data.riders}
            openId={openId}
            storeId={storeId}
            riderId={riderId}
            onOpen={open}
            onRider={setRiderId}
            onClear={() => {
              setStoreId(undefined);
              setRiderId(undefined);
            }}
          />
        )}
        <LiveMap
          city={city}
          zones={query.data?.zones ?? []}
          riders={query.data?.riders ?? []}
          orders={orders}
          selected={orders.find((order) => order.id === openId)}
          focusedRiderId={riderId}
          onStore={chooseStore}
          onRider={(id) => {
            setStoreId(undefined);
            setRiderId(id);
          }}
        />
      </div>
      <OpsOrderDrawer orderId={openId} onClose={() => open(undefined)} />
    </Page>
  );
}
