import { Link } from 'react-router';
import { MoreButton } from '../../components/more-button.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { TicketStatusTag } from '../../components/ticket/ticket-status-tag.tsx';
import { localField } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCustomerTickets } from '../../queries/customer/use-customer-tickets.ts';

/** What someone asked support, newest first. */
export function CustomerTickets({ customerId }: { customerId: string }) {
  const text = useText();
  const locale = useLocale();
  const query = useCustomerTickets(customerId);
  return (
    <SectionCard title={text('users.tickets')} query={query} testId="user-tickets">
      {query.rows?.length === 0 && <p className="muted">{text('users.no_tickets')}</p>}
      <ul className="plain-list">
        {query.rows?.map((row) => (
          <li key={row.id}>
            <span>
              <Link to={`/support?ticket=${row.id}`}>
                {localField(row.subject.label, row.subject.translations, 'label', locale)} #{row.number}
              </Link>
              <span className="muted clip">{row.last_message?.body}</span>
            </span>
            <span className="push muted">
              <RelativeTime at={row.created_at} />
            </span>
            <TicketStatusTag status={row.status} />
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </SectionCard>
  );
}
