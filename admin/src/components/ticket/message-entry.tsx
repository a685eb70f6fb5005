import { Image } from 'antd';
import { RelativeTime } from '../relative-time.tsx';
import { useText } from '../../providers/use-text.ts';
import type { Ticket, TicketMessage, TicketSide } from '../../queries/support/types.ts';
import { useAttachmentUrls } from '../../queries/support/use-attachment-urls.ts';

type Props = { message: TicketMessage; ticket: Ticket; side: TicketSide };

/** One message: theirs to the left, ours to the right, notes marked as ours alone. */
export function MessageEntry({ message, ticket, side }: Props) {
  const text = useText();
  const urls = useAttachmentUrls(message.attachments).data ?? {};
  const role = message.author_role;
  const isOurs = role === side;
  const own = role === ticket.opened_as ? message.author_name || ticket.opener_name : message.author_name;
  const store = role === 'merchant' && side === 'ops' ? ticket.store_name : null;
  const name = [store, own || text(`actor.${role}`)].filter(Boolean).join(' ');
  return (
    <li
      className={message.is_internal ? 'talk-note' : isOurs ? 'talk-ours' : 'talk-theirs'}
      data-testid="ticket-message"
    >
      <span className="muted">
        {name}
        {message.is_internal && ` · ${text('support.internal')}`} · <RelativeTime at={message.created_at} />
      </span>
      {message.body !== '' && <p>{message.body}</p>}
      {message.attachments.length > 0 && (
        <Image.PreviewGroup>
          {message.attachments.map((name_) =>
            urls[name_] ? (
              <Image key={name_} width={72} height={72} src={urls[name_]} alt={text('support.picture')} />
            ) : (
              <span key={name_} className="talk-picture" />
            ),
          )}
        </Image.PreviewGroup>
      )}
    </li>
  );
}
