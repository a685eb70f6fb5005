import { Segmented, Skeleton, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { kpisKey, useKpis, type KpiPart } from '../../queries/kpi/use-kpis.ts';
import { KpiFigures } from './kpi-figures.tsx';
import { KpiParts } from './kpi-parts.tsx';

const HourChart = lazy(() => import('./hour-chart.tsx'));

type Chosen = { by: 'zone' | 'category'; part: KpiPart };

/** The town in numbers, live, beside the same hours a week ago. */
export default function KpisPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const [measure, setMeasure] = useState<'gmv' | 'orders'>('gmv');
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const query = useKpis(
    city.id,
    chosen?.by === 'zone' ? chosen.part.id : undefined,
    chosen?.by === 'category' ? chosen.part.id : undefined,
  );
  useLiveRefresh(`city:${city.id}`, [kpisKey]);
  const kpis = query.data;
  const toggle = (by: Chosen['by']) => (part: KpiPart) =>
    setChosen(chosen?.part.id === part.id ? undefined : { by, part });
  return (
    <Page
      title={text('screen.kpis')}
      lead={
        <>
          {text('kpi.lead')}{' '}
          {kpis && (
            <>
              {text('kpi.updated')} <RelativeTime at={kpis.at} />
            </>
          )}
        </>
      }
    >
      {query.isError && kpis === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : kpis === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <>
          {chosen && (
            <Tag
              closable
              className="kpi-filter"
              data-testid="kpi-filter"
              onClose={() => setChosen(undefined)}
            >
              {text('kpi.only', { name: localName(chosen.part, locale) })}
            </Tag>
          )}
          <KpiFigures kpis={kpis} />
          <div className="filters">
            <Segmented<'gmv' | 'orders'>
              aria-label={text('kpi.measure')}
              value={measure}
              onChange={setMeasure}
              options={(['gmv', 'orders'] as const).map((value) => ({
                value,
                label: text(`kpi.${value}`),
              }))}
            />
          </div>
          <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
            <HourChart kpis={kpis} measure={measure} />
          </Suspense>
          <div className="section-grid">
            <KpiParts
              title={text('kpi.by_zone')}
              parts={kpis.zones}
              currency={kpis.currency}
              chosenId={chosen?.part.id}
              onChoose={toggle('zone')}
            />
            <KpiParts
              title={text('kpi.by_category')}
              parts={kpis.categories}
              currency={kpis.currency}
              chosenId={chosen?.part.id}
              onChoose={toggle('category')}
            />
          </div>
        </>
      )}
    </Page>
  );
}
