import { useTranslation } from 'react-i18next';
import { costParts, type Why, type WhyCandidate } from '../../lib/dispatch-why.ts';
import { useText, type MessageKey } from '../../providers/use-text.ts';
import { ClockTime } from '../clock-time.tsx';

/** Why a rider was chosen, in words, beside the next best with what each would have cost. */
export function WhyText({ why, nameOf }: { why: Why; nameOf: (id: string) => string }) {
  const text = useText();
  const { i18n } = useTranslation();
  const known = (key: string, fallback: MessageKey): MessageKey =>
    i18n.exists(key) ? (key as MessageKey) : fallback;
  return (
    <>
      <p>{text(known(why.key, 'dispatch.why.best'), { riders: why.candidate_count })}</p>
      <table className="why-table">
        <caption className="visually-hidden">{text('why.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('why.rider')}</th>
            <th scope="col" className="number">
              {text('why.at_store')}
            </th>
            <th scope="col" className="number">
              {text('why.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          <CandidateRow candidate={why.chosen} name={nameOf(why.chosen.rider_id)} chosen />
          {why.runner_up && <CandidateRow candidate={why.runner_up} name={nameOf(why.runner_up.rider_id)} />}
        </tbody>
      </table>
      {why.runner_up && (
        <p className="muted">
          {text(known(why.runner_up.key, 'dispatch.why.equal'), {
            rider: nameOf(why.runner_up.rider_id),
            seconds: Math.abs(why.runner_up.difference_seconds),
          })}
        </p>
      )}
    </>
  );
}

function CandidateRow({
  candidate,
  name,
  chosen = false,
}: {
  candidate: WhyCandidate;
  name: string;
  chosen?: boolean;
}) {
  const text = useText();
  const parts = costParts(candidate).map(
    ([part, seconds]) =>
      `${text(`why.part_${part as 'waiting'}`)} ${text('unit.seconds', { amount: seconds })}`,
  );
  return (
    <tr className={chosen ? 'why-chosen' : undefined}>
      <th scope="row">
        {name}
        <div className="muted">{parts.join(' · ')}</div>
      </th>
      <td className="number">
        <ClockTime at={candidate.arrives_at} />
      </td>
      <td className="number tabular">{candidate.cost_seconds}</td>
    </tr>
  );
}
