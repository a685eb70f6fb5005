import { LeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ErrorState } from '../error-state.tsx';
import { TicketEnding } from './ticket-ending.tsx';
import { TicketStatusTag } from './ticket-status-tag.tsx';
import { TicketTools } from './ticket-tools.tsx';
import { localField } from '../../lib/local-name.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { TicketSide } from '../../queries/support/types.ts';
import { ticketKeys } from '../../queries/support/ticket-keys.ts';
import { useTicketPage } from '../../queries/support/use-ticket-page.ts';
import { AnswerBox } from './answer-box.tsx';
import { MessageEntry } from './message-entry.tsx';

type Props = { ticketId: string; side: TicketSide; onBack: () => void };

/** The conversation of a ticket, live, with what its reader may do about it. */
export function TicketTalk({ ticketId, side, onBack }: Props) {
  const text = useText();
  const locale = useLocale();
  const query = useTicketPage(ticketId);
  const end = useRef<HTMLDivElement>(null);
  useLiveRefresh(`ticket:${ticketId}`, [ticketKeys.all]);
  const count = query.data?.messages.length;
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [count]);

  if (query.isError && query.data === undefined)
    return (
      <section className="support-talk">
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </section>
    );
  if (query.data === undefined)
    return (
      <section className="support-talk">
        <Skeleton active paragraph={{ rows: 8 }} />
      </section>
    );
  const { ticket, messages, commands, other_ticket_count = 0 } = query.data;
  const opener = ticket.opener_name || text(`actor.${ticket.opened_as}`);
  return (
    <section className="support-talk" aria-label={text('support.talk')} data-testid="ticket-talk">
      <header className="talk-head">
        <Button
          className="talk-back"
          type="text"
          icon={<LeftOutlined />}
          aria-label={text('support.back')}
          onClick={onBack}
        />
        <div>
          <h2>
            {localField(ticket.subject.label, ticket.subject.translations, 'label', locale)}{' '}
            <span className="muted tabular">#{ticket.number}</span>
          </h2>
          <span className="muted">
            {side === 'ops' && ticket.opened_as === 'customer' ? (
              <Link to={`/users/${ticket.opened_by}`}>{opener}</Link>
            ) : (
              opener
            )}
            {[
              '',
              ticket.store_name,
              ticket.store_asked_at !== null &&
                text(side === 'ops' ? 'support.store_is_asked' : 'support.you_are_asked'),
              other_ticket_count > 0 && text('support.other_tickets', { count: other_ticket_count }),
            ]
              .filter((part, index) => index === 0 || Boolean(part))
              .join(' · ')}
          </span>
        </div>
        <span className="push" data-testid="ticket-status" data-status={ticket.status}>
          <TicketStatusTag status={ticket.status} side={side} />
        </span>
      </header>
      {side === 'ops' ? (
        <TicketTools ticket={ticket} commands={commands} />
      ) : (
        <TicketEnding ticket={ticket} commands={commands} />
      )}
      <ol className="talk" data-testid="ticket-messages">
        {messages.map((entry) => (
          <MessageEntry key={entry.id} message={entry} ticket={ticket} side={side} />
        ))}
      </ol>
      {ticket.resolution !== '' && (
        <p className="talk-resolution">
          {text('support.resolution')}: {ticket.resolution}
          {ticket.rating !== null &&
            ` · ${text('support.rated', { stars: ticket.rating })} ${ticket.rating_note}`}
        </p>
      )}
      <div ref={end} />
      <AnswerBox key={ticket.id} ticket={ticket} commands={commands} side={side} />
    </section>
  );
}
