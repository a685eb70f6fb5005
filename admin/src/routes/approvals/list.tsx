import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { Page } from '../../components/page.tsx';
import { dayIn } from '../../lib/day-time.ts';
import { useText } from '../../providers/use-text.ts';
import { useApplications } from '../../queries/onboarding/use-applications.ts';
import { useLicenses } from '../../queries/onboarding/use-licenses.ts';
import { useProductsInReview } from '../../queries/onboarding/use-products-in-review.ts';
import { Applications } from './applications.tsx';
import { Licenses } from './licenses.tsx';
import { Products } from './products.tsx';

const queues = ['applications', 'licenses', 'products'] as const;
type Queue = (typeof queues)[number];

/** What waits for a decision of ops: who wants to sell, licences, products. */
export default function ApprovalsPage() {
  const text = useText();
  const city = useCity();
  const [params, setParams] = useSearchParams();
  const asked = params.get('queue') as Queue | null;
  const queue: Queue = asked !== null && queues.includes(asked) ? asked : 'applications';
  const today = dayIn(new Date(), city.timezone);
  const counts: Record<Queue, number | undefined> = {
    applications: useApplications(city.id, true).data?.length,
    licenses: useLicenses(today).data?.length,
    products: useProductsInReview().data?.length,
  };
  return (
    <Page title={text('screen.approvals')} lead={text('approvals.lead')}>
      <div className="filters">
        <Segmented<Queue>
          aria-label={text('approvals.queue')}
          value={queue}
          onChange={(next) => setParams({ queue: next }, { replace: true })}
          options={queues.map((value) => ({
            value,
            label: (
              <span data-testid={`queue-${value}`}>
                {text(`approvals.${value}`)} <span className="count tabular">{counts[value] ?? ''}</span>
              </span>
            ),
          }))}
        />
      </div>
      {queue === 'applications' && <Applications />}
      {queue === 'licenses' && <Licenses today={today} />}
      {queue === 'products' && <Products />}
    </Page>
  );
}
