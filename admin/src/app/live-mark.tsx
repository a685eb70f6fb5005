import { useLiveState } from '../live/use-live-state.ts';
import { useOnline } from '../live/use-online.ts';
import { useText } from '../providers/use-text.ts';

/** Whether changes arrive by themselves. Silent while there is nothing to follow. */
export function LiveMark() {
  const text = useText();
  const online = useOnline();
  const state = useLiveState();
  if (online && state === 'idle') return null;
  const shown = online ? state : 'broken';
  const label = text(!online ? 'live.offline' : state === 'live' ? 'live.live' : 'live.connecting');
  return (
    <span className={`live-mark live-${shown}`} role="status" data-testid="live-state" data-state={shown}>
      <i aria-hidden="true" />
      {label}
    </span>
  );
}
