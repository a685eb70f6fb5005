import { EyeOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { NoteModal } from '../../components/note-modal.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useMay } from '../../components/use-may.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { CustomerPage } from '../../queries/customer/use-customer.ts';
import { useRevealContact } from '../../queries/customer/use-reveal-contact.ts';
import { CustomerAddresses } from './customer-addresses.tsx';

/** Phone, e-mail and addresses, masked until support has a reason to see them. */
export function CustomerContactCard({ page }: { page: CustomerPage }) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const mayReveal = useMay('users', 'reveal');
  const reveal = useRevealContact(page.customer.id);
  const [isAsking, setAsking] = useState(false);
  const { customer, addresses, reveals } = page;
  const contact = reveal.data;
  return (
    <SectionCard
      title={text('users.contact')}
      testId="user-contact"
      extra={
        mayReveal &&
        contact === undefined && (
          <Button
            size="small"
            icon={<EyeOutlined />}
            data-testid="user-reveal"
            onClick={() => setAsking(true)}
          >
            {text('users.reveal')}
          </Button>
        )
      }
    >
      {addresses === null ? (
        <p className="muted">{text('users.no_contact_right')}</p>
      ) : (
        <>
          <dl className="balance">
            <div>
              <dt>{text('field.phone')}</dt>
              <dd className="tabular" data-testid="user-phone">
                {contact?.phone ?? customer.phone ?? '–'}
              </dd>
            </div>
            <div>
              <dt>{text('field.email')}</dt>
              <dd>{contact?.email ?? customer.email ?? '–'}</dd>
            </div>
          </dl>
          <CustomerAddresses masked={addresses} shown={contact?.addresses} />
        </>
      )}
      {reveals.length > 0 && (
        <>
          <h3 className="list-title">{text('users.reveals')}</h3>
          <ul className="plain-list" data-testid="user-reveals">
            {reveals.map((row) => (
              <li key={row.id}>
                <span>{row.reason}</span>
                <span className="push muted">
                  {row.actor_name || text('support.somebody')} · <RelativeTime at={row.created_at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <NoteModal
        open={isAsking}
        title={text('users.reveal_title')}
        detail={text('users.reveal_detail')}
        confirmText={text('users.reveal')}
        phrases={[text('users.reveal_order'), text('users.reveal_ticket'), text('users.reveal_asked')]}
        isDanger={false}
        onConfirm={(reason) =>
          reveal.mutateAsync(reason).catch((error: unknown) => {
            void message.error(errorText(error));
            throw error;
          })
        }
        onClose={() => setAsking(false)}
      />
    </SectionCard>
  );
}
