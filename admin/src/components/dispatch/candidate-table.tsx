import { formatDistance } from '@linli/ui/distance';
import { Button } from 'antd';
import { minutesOf } from '../../lib/minutes-of.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { Candidate } from '../../queries/dispatch/use-candidates.ts';
import { ClockTime } from '../clock-time.tsx';
import { ToneTag } from '../status-tag.tsx';
import { useClock } from '../use-clock.ts';

type Props = {
  candidates: readonly Candidate[];
  promisedAt: string;
  value: string | undefined;
  onChange: (riderId: string) => void;
  /** Excludes a rider from the task, or lets them in again; left out where that cannot be. */
  onExclude?: (candidate: Candidate, isExcluded: boolean) => void;
};

/** Riders who could take a task: when each is at the counter and the door, what it costs, what stands against it. */
export function CandidateTable({ candidates, promisedAt, value, onChange, onExclude }: Props) {
  const text = useText();
  const locale = useLocale();
  const clock = useClock();
  const best = candidates[0];
  return (
    <table className="candidate-table" data-testid="candidates">
      <thead>
        <tr>
          <th scope="col">{text('assign.rider')}</th>
          <th scope="col" className="number">
            {text('assign.store_at')}
          </th>
          <th scope="col" className="number">
            {text('assign.door_at')}
          </th>
          <th scope="col" className="number">
            {text('assign.cost')}
          </th>
          {onExclude && <th scope="col" aria-label={text('assign.exclude')} />}
        </tr>
      </thead>
      <tbody>
        {candidates.map((candidate) => {
          const isExcluded = candidate.obstacles.includes('excluded');
          const behind = minutesOf(best?.door_at, candidate.door_at);
          const early = minutesOf(candidate.door_at, promisedAt);
          return (
            <tr
              key={candidate.rider_id}
              className={candidate.rider_id === value ? 'candidate-chosen' : undefined}
            >
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name="candidate"
                    checked={candidate.rider_id === value}
                    onChange={() => onChange(candidate.rider_id)}
                    data-testid={`candidate-${candidate.rider_id}`}
                  />
                  <span>
                    <strong>{candidate.display_name}</strong>{' '}
                    <span className="muted">
                      {text(`vehicle.${candidate.vehicle as 'bike'}`)} ·{' '}
                      {text('assign.in_hand', { amount: candidate.in_hand })}
                    </span>
                    {candidate.in_hand > 0 && (
                      <span className="muted candidate-free">
                        {text('assign.free_at', { time: clock(candidate.free_at) })}
                      </span>
                    )}
                    {candidate.obstacles.length > 0 && (
                      <span className="candidate-tags">
                        {candidate.obstacles.map((obstacle) => (
                          <ToneTag key={obstacle} tone={obstacle === 'excluded' ? 'danger' : 'warning'}>
                            {text(`obstacle.${obstacle}`)}
                          </ToneTag>
                        ))}
                      </span>
                    )}
                  </span>
                </label>
              </th>
              <td className="number">
                <ClockTime at={candidate.store_at} />
                <div className="muted">
                  {text('assign.rides', {
                    amount: Math.max(1, Math.round(candidate.to_store_seconds / 60)),
                    distance: formatDistance(candidate.to_store_meters, locale),
                  })}
                </div>
                {candidate.wait_seconds >= 60 && (
                  <div className="muted">
                    {text('assign.waits', { amount: Math.round(candidate.wait_seconds / 60) })}
                  </div>
                )}
              </td>
              <td className="number">
                <ClockTime at={candidate.door_at} />
                <div className={candidate.late_seconds >= 60 ? 'danger-text' : 'muted'}>
                  {candidate.late_seconds >= 60
                    ? text('assign.late_by', { amount: Math.round(candidate.late_seconds / 60) })
                    : text('assign.early_by', { amount: Math.max(0, early) })}
                </div>
              </td>
              <td className="number">
                {behind < 1 ? text('assign.fastest') : text('assign.slower', { amount: behind })}
              </td>
              {onExclude && (
                <td className="number">
                  <Button
                    size="small"
                    type="text"
                    aria-label={text(isExcluded ? 'assign.include_named' : 'assign.exclude_named', {
                      name: candidate.display_name,
                    })}
                    data-testid={`exclude-${candidate.rider_id}`}
                    onClick={() => onExclude(candidate, !isExcluded)}
                  >
                    {text(isExcluded ? 'assign.include' : 'assign.exclude')}
                  </Button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
