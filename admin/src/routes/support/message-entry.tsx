import { Image } from 'antd';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../providers/use-text.ts';
import type { TicketMessage } from '../../queries/support/types.ts';
import { useAttachmentUrls } from '../../queries/support/use-attachment-urls.ts';

/** One message: theirs to the left, ours to the right, notes marked as ours alone. */
export function MessageEntry({ message, openerName }: { message: TicketMessage; openerName: string | null }) {
  const text = useText();
  const urls = useAttachmentUrls(message.attachments).data ?? {};
  const isOurs = message.author_role === 'ops';
  const name = isOurs
    ? message.author_name || text('actor.ops')
    : openerName || text(`actor.${message.author_role}`);
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
