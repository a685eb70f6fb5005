import { useState, type ReactNode } from 'react';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { usePenalties, type PenaltyStatus } from '../../queries/penalty/use-penalties.ts';
import { Money } from '../money.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { RowLink } from '../row-link.tsx';
import { SectionCard } from '../section-card.tsx';
import { ToneTag, type Tone } from '../status-tag.tsx';
import { useReasonText } from '../use-reason-text.ts';
import { PenaltyDrawer } from './penalty-drawer.tsx';

const tones: Record<PenaltyStatus, Tone> = {
  issued: 'warning',
  appealed: 'accent',
  upheld: 'danger',
  withdrawn: 'quiet',
};

type Props = { merchantId: string; side: 'merchant' | 'ops'; extra?: ReactNode };

/** Warnings and fines of a merchant; each opens with what may be done about it. */
export function PenaltySection({ merchantId, side, extra }: Props) {
  const text = useText();
  const locale = useLocale();
  const reasonText = useReasonText();
  const query = usePenalties(merchantId);
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  // A merchant without penalties need not read about them.
  if (side === 'merchant' && !query.isError && (query.data ?? []).length === 0) return null;
  return (
    <SectionCard title={text('penalties.title')} query={query} extra={extra} testId="penalties">
      {query.data?.length === 0 && <p className="muted">{text('penalties.none')}</p>}
      <ul className="plain-list">
        {query.data?.map((row) => (
          <li key={row.id}>
            <span>
              <RowLink onClick={() => setOpenId(row.id)} testId="penalty-open">
                {reasonText(row.reason_code)}
              </RowLink>
              <span className="muted clip">
                {row.store ? localName(row.store, locale) : text('merchants.all_stores')}
                {' · '}
                <RelativeTime at={row.created_at} />
              </span>
            </span>
            <span className="push">
              {row.amount_cents === null ? (
                text('penalty_kind.warning')
              ) : (
                <Money cents={row.amount_cents} currency={row.currency} />
              )}
            </span>
            <ToneTag tone={tones[row.status]}>{text(`penalty_status.${row.status}`)}</ToneTag>
          </li>
        ))}
      </ul>
      <PenaltyDrawer
        penalty={query.data?.find((row) => row.id === openId)}
        side={side}
        onClose={() => setOpenId(undefined)}
      />
    </SectionCard>
  );
}
