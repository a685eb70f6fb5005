import { Button } from 'antd';
import { ClockTime } from '../../components/clock-time.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { cleanWeights } from '../../lib/dispatch-parameters.ts';
import { useText } from '../../providers/use-text.ts';
import { usePreviewParameters } from '../../queries/dispatch/use-preview-parameters.ts';
import type { ZoneValues } from './zone-values.ts';

type Props = { zoneId: string; values: () => ZoneValues };

/** Decides the zone's last rounds once more with the values of the form: what would have come out differently. */
export function ParameterPreview({ zoneId, values }: Props) {
  const text = useText();
  const preview = usePreviewParameters();
  const start = (): void => {
    const { parameters, max_in_hand, radius_meters } = values();
    preview.mutate({
      zoneId,
      settings: {
        max_in_hand,
        radius_meters,
        commit_lead_seconds: parameters.commit_lead_seconds,
        search_steps: parameters.search_steps,
        weights: cleanWeights(parameters.weights),
      },
    });
  };
  const minutes = (seconds: number): string => {
    const sign = seconds > 0 ? '+' : seconds < 0 ? '−' : '';
    return `${sign}${Math.abs(Math.round(seconds / 6) / 10)}`;
  };
  return (
    <section className="parameter-preview" data-testid="parameter-preview">
      <h3>{text('preview.title')}</h3>
      <p className="muted">{text('preview.lead')}</p>
      <Button loading={preview.isPending} data-testid="preview-start" onClick={start}>
        {text('preview.start')}
      </Button>
      {preview.isError && <ErrorState error={preview.error} onRetry={start} />}
      {preview.data?.length === 0 && <p className="muted">{text('preview.none')}</p>}
      {preview.data !== undefined && preview.data.length > 0 && (
        <table className="why-table" data-testid="preview-rounds">
          <thead>
            <tr>
              <th scope="col">{text('preview.round')}</th>
              <th scope="col" className="number">
                {text('preview.tasks')}
              </th>
              <th scope="col" className="number">
                {text('preview.offers')}
              </th>
              <th scope="col" className="number">
                {text('preview.other_rider')}
              </th>
              <th scope="col" className="number">
                {text('preview.late')}
              </th>
              <th scope="col" className="number">
                {text('preview.door')}
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.data.map((round) => (
              <tr key={round.id}>
                <th scope="row">
                  <ClockTime at={round.at} />
                </th>
                <td className="number">{round.taskCount}</td>
                <td className="number">
                  {round.offersNow} → {round.offersThen}
                </td>
                <td className="number">{round.otherRiderCount}</td>
                <td className="number">
                  {round.lateNow} → {round.lateThen}
                </td>
                <td className="number">{minutes(round.doorSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
