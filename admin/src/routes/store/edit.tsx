import { Skeleton } from 'antd';
import { useStore } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { useText } from '../../providers/use-text.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import { useStoreDetail } from '../../queries/store/use-store-detail.ts';
import { ClosingCard } from './closing-card.tsx';
import { ExceptionsCard } from './exceptions-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { ProfileCard } from './profile-card.tsx';

/** Settings of the store: open or not, hours, and what customers read about it. */
export default function StorePage() {
  const text = useText();
  const { store, city } = useStore();
  const detail = useStoreDetail(store.id);
  const categories = useCategories().rows;
  if (detail.isError && detail.data === undefined) {
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  const category = categories?.find((row) => row.id === detail.data?.category_id)?.slug ?? 'store';
  return (
    <Page title={text('screen.store')} lead={text('store.lead')} wide={false}>
      {detail.data === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <div className="cards">
          <ClosingCard store={detail.data} timeZone={city.timezone} />
          <ProfileCard store={detail.data} currency={city.currency} category={category} />
          <HoursCard storeId={store.id} timeZone={city.timezone} />
          <ExceptionsCard storeId={store.id} timeZone={city.timezone} />
        </div>
      )}
    </Page>
  );
}
