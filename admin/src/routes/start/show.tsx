import { CheckCircleFilled, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Skeleton } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { dayIn } from '../../lib/day-time.ts';
import { neededSteps, readiness, type ReadinessStep } from '../../lib/readiness.ts';
import { useText } from '../../providers/use-text.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import { useChangeStore } from '../../queries/store/use-change-store.ts';
import { useReadiness } from '../../queries/store/use-readiness.ts';

const places: Record<ReadinessStep, string> = {
  licenses: '/store?tab=licenses',
  hours: '/store?tab=hours',
  menu: '/menu',
  profile: '/store?tab=profile',
  area: '/store?tab=area',
  payout: '/statements',
};

/** The first day: what a new store still needs, ticked from its data, and the switch that opens it. */
export default function StartPage() {
  const text = useText();
  const navigate = useNavigate();
  const { roles } = useServices();
  const { store, city } = useStore();
  const facts = useReadiness(store, city.currency);
  const categories = useCategories().rows;
  const change = useChangeStore(store.id);
  if (facts.isError && facts.data === undefined) {
    return <ErrorState error={facts.error} onRetry={() => void facts.refetch()} />;
  }
  if (facts.data === undefined || categories === undefined) {
    return <Skeleton active paragraph={{ rows: 8 }} />;
  }
  const steps = readiness({ ...facts.data, categories }, dayIn(new Date(), city.timezone));
  const done = steps.filter((row) => row.done).length;
  const ready = steps.every((row) => row.done || !neededSteps.includes(row.step));
  const open = async (): Promise<void> => {
    await change.mutateAsync({ is_published: true });
    roles.forget();
    void navigate('/desk');
    window.location.reload();
  };
  return (
    <Page
      title={text('start.title')}
      lead={text('start.lead')}
      wide={false}
      actions={
        !facts.data.isPublished && (
          <Button
            type="primary"
            disabled={!ready}
            loading={change.isPending}
            data-testid="store-publish"
            onClick={() => void open().catch(() => undefined)}
          >
            {text('start.open')}
          </Button>
        )
      }
    >
      {facts.data.isPublished && (
        <Alert type="success" showIcon className="card-alert" title={text('start.is_open')} />
      )}
      <Progress
        strokeColor="var(--color-primary)"
        percent={Math.round((done / steps.length) * 100)}
        format={() => `${done}/${steps.length}`}
      />
      <ol className="start-list">
        {steps.map(({ step, done: isDone }) => (
          <li key={step} data-testid={`start-${step}`} data-done={isDone}>
            <Link to={places[step]}>
              {isDone ? (
                <CheckCircleFilled className="start-done" aria-label={text('start.done')} />
              ) : (
                <span className="start-open" role="img" aria-label={text('start.not_done')} />
              )}
              <span>
                <strong>{text(`start.${step}`)}</strong>
                {!neededSteps.includes(step) && <span className="muted"> · {text('start.later')}</span>}
                <span className="muted start-hint">{text(`start.${step}_hint`)}</span>
              </span>
              <RightOutlined aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
      {!ready && <p className="muted">{text('start.not_ready')}</p>}
    </Page>
  );
}
