import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Grid, Popover, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { acknowledge } from '../../app/alarm/acknowledged.ts';
import { useStore, useWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { OrderActions } from '../../components/order/order-actions.tsx';
import { OrderDrawer } from '../../components/order/order-drawer.tsx';
import { Page } from '../../components/page.tsx';
import { OrderAsks } from '../../components/store-order/order-asks.tsx';
import { PrintState } from '../../components/store-order/print-state.tsx';
import { StoreOrderTools } from '../../components/store-order/store-order-tools.tsx';
import { StoreRefunds } from '../../components/store-order/store-refunds.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import { allows } from '../../lib/access.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useText } from '../../providers/use-text.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import { useDeskOrders } from '../../queries/order/use-desk-orders.ts';
import { useStoreAsks } from '../../queries/order/use-store-asks.ts';
import { useStoreDetail } from '../../queries/store/use-store-detail.ts';
import { Asks } from './asks.tsx';
import { ClosedOrders } from './closed-orders.tsx';
import { DeskKeys } from './desk-keys.tsx';
import { lanes, sortIntoLanes, type Lane } from './lanes.ts';
import { OrderCard } from './order-card.tsx';
import { useDeskCommands } from './use-desk-commands.ts';

type View = Lane | 'all' | 'asks' | 'closed';

/** The order desk: what came in, what the kitchen does, what waits or is under way; live without reload. */
export default function DeskPage() {
  const text = useText();
  const { roles } = useWorkspace();
  const { store, city } = useStore();
  const isWide = Grid.useBreakpoint().xl ?? true;
  const [chosenView, setView] = useState<View>(isWide ? 'all' : 'new');
  const view: View = !isWide && chosenView === 'all' ? 'new' : chosenView;
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const [activeId, setActiveId] = useState<string | undefined>(undefined);
  const orders = useDeskOrders(store.id);
  const askCount = useStoreAsks(store.id).data?.length ?? 0;
  const minutes = useStoreDetail(store.id).data?.preparation_minutes;
  const mayEdit = allows(roles, 'merchant', 'desk', 'edit', store.id);
  useLiveRefresh(`store:${store.id}`, [
    orderKeys.desk(store.id),
    orderKeys.closedToday(store.id),
    orderKeys.asks(store.id),
  ]);

  const sorted = sortIntoLanes(orders.data ?? []);
  const shownLanes = view === 'all' ? lanes : lanes.filter((lane) => lane === view);
  const shown = shownLanes.flatMap((lane) => sorted[lane]);
  const active = shown.findIndex((order) => order.id === activeId);
  const open = (id: string): void => {
    setActiveId(id);
    setOpenId(id);
    acknowledge([id]);
  };
  useListKeys({
    count: shown.length,
    active,
    onMove: (index) => {
      const order = shown[index];
      if (order === undefined) return;
      setActiveId(order.id);
      if (openId !== undefined) open(order.id);
      document.getElementById(`order-${order.id}`)?.scrollIntoView({ block: 'nearest' });
    },
    onOpen: (index) => shown[index] && open(shown[index].id),
  });
  useDeskCommands(mayEdit ? shown[active] : undefined);

  const count = (lane: Lane): string => (sorted[lane].length > 0 ? ` ${sorted[lane].length}` : '');
  const badge = (value: View): string =>
    value === 'asks'
      ? askCount > 0
        ? ` ${askCount}`
        : ''
      : value === 'all' || value === 'closed'
        ? ''
        : count(value);
  const views: View[] = [...(isWide ? (['all'] as const) : lanes), 'asks', 'closed'];
  return (
    <Page
      title={text('screen.desk')}
      actions={
        <>
          <Popover content={<DeskKeys />} trigger="click" placement="bottomRight">
            <Button
              type="text"
              className="keys-help"
              icon={<QuestionCircleOutlined />}
              aria-label={text('keys.title')}
            />
          </Popover>
          <Segmented<View>
            size={isWide ? 'middle' : 'large'}
            aria-label={text('desk.view')}
            value={view}
            onChange={setView}
            options={views.map((value) => ({
              value,
              label: (
                <span data-testid={`desk-view-${value}`}>
                  {text(`desk.view_${value}`)}
                  {badge(value)}
                </span>
              ),
            }))}
          />
        </>
      }
    >
      {view === 'asks' ? (
        <Asks storeId={store.id} openId={openId} onOpen={setOpenId} />
      ) : view === 'closed' ? (
        <ClosedOrders storeId={store.id} timeZone={city.timezone} openId={openId} onOpen={setOpenId} />
      ) : orders.isError && orders.data === undefined ? (
        <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />
      ) : orders.data === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <div className={view === 'all' ? 'lanes' : 'lanes lanes-one'}>
          {shownLanes.map((lane) => (
            <section
              key={lane}
              className="lane"
              aria-label={text(`desk.view_${lane}`)}
              data-testid={`lane-${lane}`}
            >
              <h2>
                {text(`desk.view_${lane}`)}
                <span className="count tabular">{sorted[lane].length}</span>
              </h2>
              {sorted[lane].length === 0 && (
                <EmptyState
                  title={text(`desk.empty_${lane}`)}
                  hint={lane === 'new' ? text('desk.empty_hint') : undefined}
                />
              )}
              {sorted[lane].map((order) => (
                <OrderCard
                  key={order.id}
                  order={order}
                  isActive={order.id === (openId ?? activeId)}
                  onOpen={() => open(order.id)}
                >
                  {mayEdit && <OrderActions order={order} actor="merchant" minutes={minutes} />}
                </OrderCard>
              ))}
            </section>
          ))}
        </div>
      )}
      <OrderDrawer
        orderId={openId}
        onClose={() => setOpenId(undefined)}
        actions={(page) => (
          <>
            <OrderAsks page={page} mayAnswer={mayEdit} />
            {mayEdit && <OrderActions order={page.order} actor="merchant" minutes={minutes} />}
            {mayEdit && <StoreOrderTools page={page} />}
          </>
        )}
        more={(page) => (
          <>
            <StoreRefunds page={page} mayAnswer={mayEdit} />
            <PrintState orderId={page.order.id} />
          </>
        )}
      />
    </Page>
  );
}
