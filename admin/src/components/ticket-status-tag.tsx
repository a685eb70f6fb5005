import { useText } from '../providers/use-text.ts';
import type { TicketStatus } from '../queries/support/types.ts';
import { ToneTag } from './status-tag.tsx';

const tones = {
  open: 'accent',
  waiting: 'warning',
  answered: 'info',
  resolved: 'success',
  closed: 'quiet',
} as const;

/** Where a ticket stands, in a word. */
export function TicketStatusTag({ status }: { status: TicketStatus }) {
  const text = useText();
  return <ToneTag tone={tones[status]}>{text(`ticket_status.${status}`)}</ToneTag>;
}
