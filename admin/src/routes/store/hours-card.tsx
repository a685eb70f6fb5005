import { Card, Skeleton } from 'antd';
import { ErrorState } from '../../components/error-state.tsx';
import { dayIn } from '../../lib/day-time.ts';
import { useText } from '../../providers/use-text.ts';
import { useStoreHours } from '../../queries/store/use-store-hours.ts';
import { HoursForm } from './hours-form.tsx';

/** The weekly hours. */
export function HoursCard({ storeId, timeZone }: { storeId: string; timeZone: string }) {
  const text = useText();
  const query = useStoreHours(storeId, dayIn(new Date(), timeZone));
  return (
    <Card size="small" title={<h2 className="card-title">{text('hours.title')}</h2>} data-testid="hours-card">
      {query.isError && query.data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton active paragraph={{ rows: 7 }} />
      ) : (
        <HoursForm
          key={JSON.stringify(query.data.hours)}
          storeId={storeId}
          timeZone={timeZone}
          stored={query.data.hours}
        />
      )}
    </Card>
  );
}
