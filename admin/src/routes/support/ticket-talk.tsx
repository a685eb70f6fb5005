import { LeftOutlined } from '@ant-design/icons';
import { newKey } from '@linli/database';
import { App, Button, Select, Skeleton, Space } from 'antd';
import { useEffect, useRef } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { TicketStatusTag } from '../../components/ticket-status-tag.tsx';
import { localField } from '../../lib/local-name.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { ticketKeys } from '../../queries/support/ticket-keys.ts';
import { useSupportStaff } from '../../queries/support/use-desk-lists.ts';
import { useTicketCommand } from '../../queries/support/use-ticket-command.ts';
import { useTicketPage } from '../../queries/support/use-ticket-page.ts';
import { AnswerBox } from './answer-box.tsx';
import { MessageEntry } from './message-entry.tsx';

const priorities = ['low', 'normal', 'high', 'urgent'] as const;

type Props = { ticketId: string; myId: string; onBack: () => void };

/** The conversation of a ticket, live, with who has it and how urgent it is. */
export function TicketTalk({ ticketId, myId, onBack }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const query = useTicketPage(ticketId);
  const staff = useSupportStaff().data ?? [];
  const { mutate } = useTicketCommand();
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
  const { ticket, messages, commands, other_ticket_count } = query.data;
  const fail = { onError: (error: unknown) => void message.error(errorText(error)) };
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
            {[
              ticket.opener_name || text(`actor.${ticket.opened_as}`),
              ticket.store_name,
              other_ticket_count > 0 && text('support.other_tickets', { count: other_ticket_count }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <span className="push" data-testid="ticket-status" data-status={ticket.status}>
          <TicketStatusTag status={ticket.status} />
        </span>
      </header>
      <Space wrap className="talk-tools">
        <Select
          size="small"
          aria-label={text('support.assignee')}
          disabled={!commands.includes('assign')}
          value={ticket.assignee_id ?? ''}
          popupMatchSelectWidth={false}
          onChange={(id) =>
            mutate({ command: 'assign', id: ticket.id, assigneeId: id || undefined, key: newKey() }, fail)
          }
          options={[
            { value: '', label: text('support.nobody') },
            ...staff.map((person) => ({
              value: person.user_id,
              label: `${person.user_id === myId ? text('support.me') : person.display_name || text('support.somebody')} (${person.open_count})`,
            })),
          ]}
          data-testid="ticket-assignee"
        />
        <Select
          size="small"
          aria-label={text('support.priority')}
          disabled={!commands.includes('prioritize')}
          value={ticket.priority}
          onChange={(priority) =>
            mutate({ command: 'prioritize', id: ticket.id, priority, key: newKey() }, fail)
          }
          options={priorities.map((value) => ({ value, label: text(`ticket_priority.${value}`) }))}
        />
      </Space>
      <ol className="talk" data-testid="ticket-messages">
        {messages.map((entry) => (
          <MessageEntry key={entry.id} message={entry} openerName={ticket.opener_name} />
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
      <AnswerBox key={ticket.id} ticket={ticket} commands={commands} />
    </section>
  );
}
