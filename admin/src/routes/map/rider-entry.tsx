import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../providers/use-text.ts';
import type { MapRider } from '../../queries/dispatch/use-ops-map.ts';

type Props = { rider: MapRider; isActive: boolean; onOpen: () => void };

/** One online rider in the list beside the map. */
export function RiderEntry({ rider, isActive, onOpen }: Props) {
  const text = useText();
  return (
    <li>
      <button
        type="button"
        className={isActive ? 'live-entry live-entry-active' : 'live-entry'}
        data-testid="live-rider"
        onClick={onOpen}
      >
        <span className="live-entry-head">
          <strong>{rider.display_name}</strong>
          <span className="push muted">{text('assign.in_hand', { amount: rider.in_hand })}</span>
        </span>
        <span className="live-entry-foot muted">
          {text('map.seen')} <RelativeTime at={rider.position_at} />
        </span>
      </button>
    </li>
  );
}
