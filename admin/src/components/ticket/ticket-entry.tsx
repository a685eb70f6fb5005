import { RelativeTime } from '../relative-time.tsx';
import { ToneTag } from '../status-tag.tsx';
import { localField } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { TicketStatusTag } from './ticket-status-tag.tsx';
import type { Ticket, TicketSide } from '../../queries/support/types.ts';

const tones = { low: 'quiet', normal: 'info', high: 'warning', urgent: 'danger' } as const;

/** A ticket in the queue: who, about what, the last words, when an answer is due. */
export function TicketEntry({
  ticket,
  isCurrent,
  side,
  onOpen,
}: {
  ticket: Ticket;
  isCurrent: boolean;
  /** A store sees where it stands, support how urgent it is. */
  side: TicketSide;
  onOpen: () => void;
}) {
  const text = useText();
  const locale = useLocale();
  return (
    <button
      type="button"
      className={isCurrent ? 'ticket ticket-current' : 'ticket'}
      aria-current={isCurrent}
      data-testid="ticket"
      onClick={onOpen}
    >
      <span className="ticket-head">
        <strong>{ticket.opener_name || text(`actor.${ticket.opened_as}`)}</strong>
        {side === 'merchant' && <TicketStatusTag status={ticket.status} side={side} />}
        {side === 'ops' && ticket.priority !== 'normal' && (
          <ToneTag tone={tones[ticket.priority]}>{text(`ticket_priority.${ticket.priority}`)}</ToneTag>
        )}
        <span className={ticket.is_overdue ? 'push danger-text' : 'push muted'}>
          <RelativeTime at={ticket.due_at ?? ticket.last_message?.created_at ?? ticket.created_at} />
        </span>
      </span>
      <span className="muted">
        {localField(ticket.subject.label, ticket.subject.translations, 'label', locale)} · #{ticket.number}
        {ticket.assignee_name && ` · ${ticket.assignee_name}`}
      </span>
      <span className="ticket-words">
        {ticket.last_message?.body || (ticket.last_message ? text('support.picture') : '')}
      </span>
    </button>
  );
}
