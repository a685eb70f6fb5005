import { Segmented, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { calibrationPoints } from '../../lib/calibration.ts';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCalibration } from '../../queries/dispatch/use-calibration.ts';
import { useZones } from '../../queries/dispatch/use-zones.ts';
import { HeldChart } from './held-chart.tsx';

const spans = [7, 14, 30] as const;
const stages = [0, 1, 2] as const;

/** How often the told delivery windows held, day by day: half should come by p50, nine in ten by p90. */
export default function EtaPage() {
  const text = useText();
  const locale = useLocale();
  const { id: cityId, timezone } = useCity();
  const zones = useZones(cityId).data ?? [];
  const [span, setSpan] = useState<(typeof spans)[number]>(14);
  const [stage, setStage] = useState<(typeof stages)[number]>(0);
  const [zoneId, setZoneId] = useState<string | undefined>(undefined);
  const tomorrow = addDays(dayIn(new Date(), timezone), 1);
  const query = useCalibration(
    cityId,
    startOfDay(addDays(tomorrow, -span), timezone).toISOString(),
    startOfDay(tomorrow, timezone).toISOString(),
  );
  const points = calibrationPoints(
    (query.data ?? []).filter(
      (row) => row.stage === stage && (zoneId === undefined || row.zone_id === zoneId),
    ),
  );
  return (
    <Page title={text('screen.eta')} lead={text('eta.lead')}>
      <div className="filters">
        <Segmented
          aria-label={text('eta.stage')}
          value={stage}
          onChange={setStage}
          options={stages.map((value) => ({ value, label: text(`eta_stage.${String(value) as '0'}`) }))}
        />
        <Select
          allowClear
          className="filter-zone"
          aria-label={text('ticks.zone')}
          placeholder={text('eta.all_zones')}
          value={zoneId}
          onChange={setZoneId}
          options={zones.map((zone) => ({ value: zone.id, label: localName(zone, locale) }))}
        />
        <Segmented
          aria-label={text('eta.span')}
          value={span}
          onChange={setSpan}
          options={spans.map((value) => ({ value, label: text('eta.days', { amount: value }) }))}
        />
      </div>
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {query.data !== undefined && points.length === 0 && (
        <EmptyState title={text('eta.none')} hint={text('eta.none_hint')} />
      )}
      {points.length > 0 && <HeldChart points={points} />}
    </Page>
  );
}
