import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import type { CustomerPage } from '../../queries/customer/use-customer.ts';
import type { CustomerContact } from '../../queries/customer/use-reveal-contact.ts';

type Props = {
  masked: NonNullable<CustomerPage['addresses']>;
  shown: CustomerContact['addresses'] | undefined;
};

/** An address book, whole once it was revealed. */
export function CustomerAddresses({ masked, shown }: Props) {
  const text = useText();
  if (masked.length === 0) return <p className="muted">{text('users.no_addresses')}</p>;
  return (
    <ul className="plain-list" data-testid="user-addresses">
      {masked.map((row) => {
        const whole = shown?.find(({ id }) => id === row.id);
        return (
          <li key={row.id}>
            <span>
              {whole ? `${whole.street} ${whole.detail}` : `${row.street} ***`}
              <span className="muted clip tabular">
                {whole?.contact_name ?? row.contact_name} · {whole?.contact_phone ?? row.contact_phone}
              </span>
            </span>
            <span className="push">
              {row.label !== '' && <ToneTag tone="quiet">{row.label}</ToneTag>}
              {row.is_default && <ToneTag tone="success">{text('users.default_address')}</ToneTag>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
