import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useStore } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { useText } from '../../providers/use-text.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import { useStoreDetail } from '../../queries/store/use-store-detail.ts';
import { ClosingCard } from './closing-card.tsx';
import { ExceptionsCard } from './exceptions-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { LicensesCard } from './licenses-card.tsx';
import { PrinterCard } from './printer-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { RushCard } from './rush-card.tsx';
import { SlotsCard } from './slots-card.tsx';

const AreaCard = lazy(() => import('./area-card.tsx'));

/** Settings of the store: open or not, what customers read, hours, area, slots and licences. */
export default function StorePage() {
  const text = useText();
  const navigate = useNavigate();
  const { store, city } = useStore();
  const [search, setSearch] = useSearchParams();
  const detail = useStoreDetail(store.id);
  const categories = useCategories().rows;
  if (detail.isError && detail.data === undefined) {
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  const row = detail.data;
  const category = categories?.find((known) => known.id === row?.category_id)?.slug ?? 'store';
  return (
    <Page
      title={text('screen.store')}
      lead={text('store.lead')}
      wide={false}
      actions={
        <Button icon={<PlusOutlined />} onClick={() => void navigate('/apply')}>
          {text('apply.further')}
        </Button>
      }
    >
      {row === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <Tabs
          activeKey={search.get('tab') ?? 'today'}
          onChange={(tab) => setSearch({ tab }, { replace: true })}
          items={[
            {
              key: 'today',
              label: text('store.tab_today'),
              children: (
                <div className="cards">
                  <ClosingCard store={row} timeZone={city.timezone} />
                  <RushCard store={row} />
                </div>
              ),
            },
            {
              key: 'profile',
              label: text('store.profile'),
              children: <ProfileCard store={row} currency={city.currency} category={category} />,
            },
            {
              key: 'hours',
              label: text('store.tab_hours'),
              children: (
                <div className="cards">
                  <HoursCard storeId={store.id} timeZone={city.timezone} />
                  <ExceptionsCard storeId={store.id} timeZone={city.timezone} />
                </div>
              ),
            },
            {
              key: 'area',
              label: text('area.title'),
              children: (
                <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
                  <AreaCard key={JSON.stringify(row.delivery_area)} store={row} />
                </Suspense>
              ),
            },
            { key: 'slots', label: text('slots.title'), children: <SlotsCard storeId={store.id} /> },
            {
              key: 'printer',
              label: text('printer.title'),
              children: <PrinterCard storeId={store.id} />,
            },
            {
              key: 'licenses',
              label: text('licenses.title'),
              children: <LicensesCard store={row} timeZone={city.timezone} />,
            },
          ]}
        />
      )}
    </Page>
  );
}
