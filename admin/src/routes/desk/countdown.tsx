import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';

/** How long the store still has to answer; the last minute stands out. */
export function Countdown({ until }: { until: string | null }) {
  const text = useText();
  const now = useNow(1000);
  if (until === null) return null;
  const seconds = Math.max(0, Math.round((Date.parse(until) - now) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span className={seconds < 60 ? 'countdown countdown-last tabular' : 'countdown tabular'}>
      {text('desk.answer_in', { time: clock })}
    </span>
  );
}
