import { MoreButton } from '../../components/more-button.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCustomerCoupons } from '../../queries/customer/use-customer-coupons.ts';

const tones = {
  issued: 'success',
  claimed: 'success',
  returned: 'success',
  used: 'quiet',
  expired: 'quiet',
} as const;

/** The coupons that someone has or had, newest first. */
export function CustomerCoupons({ customerId }: { customerId: string }) {
  const text = useText();
  const locale = useLocale();
  const now = useNow(60_000);
  const query = useCustomerCoupons(customerId);
  return (
    <SectionCard title={text('users.coupons')} query={query} testId="user-coupons">
      {query.rows?.length === 0 && <p className="muted">{text('users.no_coupons')}</p>}
      <ul className="plain-list">
        {query.rows?.map((row) => {
          // The nightly job marks what has run out; until then the date says it.
          const status = row.status !== 'used' && Date.parse(row.expires_at) <= now ? 'expired' : row.status;
          return (
            <li key={row.id}>
              <span>
                {localName(row.promotions, locale)}
                <span className="muted clip">
                  {text(`coupon_source.${row.source as 'claim'}`)} · <RelativeTime at={row.issued_at} />
                </span>
              </span>
              <span className="push muted">
                {status === 'used' ? (
                  <RelativeTime at={row.used_at} />
                ) : (
                  <>
                    {text('users.valid_until')} <RelativeTime at={row.expires_at} />
                  </>
                )}
              </span>
              <ToneTag tone={tones[status]}>{text(`coupon_status.${status}`)}</ToneTag>
            </li>
          );
        })}
      </ul>
      <MoreButton query={query} />
    </SectionCard>
  );
}
