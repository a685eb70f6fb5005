import { useText } from '../../providers/use-text.ts';
import type { TicketSide, TicketStatus } from '../../queries/support/types.ts';
import { ToneTag } from '../status-tag.tsx';

const tones = {
  open: 'accent',
  waiting: 'warning',
  answered: 'info',
  resolved: 'success',
  closed: 'quiet',
} as const;

/** Where a ticket stands, in the words of its reader. */
export function TicketStatusTag({ status, side = 'ops' }: { status: TicketStatus; side?: TicketSide }) {
  const text = useText();
  return (
    <ToneTag tone={tones[status]}>
      {text(side === 'ops' ? `ticket_status.${status}` : `store_ticket_status.${status}`)}
    </ToneTag>
  );
}
