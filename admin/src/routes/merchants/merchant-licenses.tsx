import { Link } from 'react-router';
import { SectionCard } from '../../components/section-card.tsx';
import { useLicenseText } from '../../components/use-license-text.ts';
import { ToneTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { useMerchantParts } from '../../queries/merchant/use-merchant-parts.ts';

type Parts = ReturnType<typeof useMerchantParts>;

const tones = { submitted: 'accent', approved: 'success', rejected: 'danger' } as const;

/** The licences of a merchant and its stores. */
export function MerchantLicenses({
  query,
  stores,
}: {
  query: Parts['licenses'];
  stores: Parts['stores']['data'];
}) {
  const text = useText();
  const locale = useLocale();
  const kindText = useLicenseText();
  const today = new Date().toISOString().slice(0, 10);
  const place = (storeId: string | null): string => {
    const store = stores?.find((known) => known.id === storeId);
    return store ? localName(store, locale) : text('merchants.all_stores');
  };
  return (
    <SectionCard
      title={text('approvals.licenses')}
      query={query}
      testId="merchant-licenses"
      extra={<Link to="/approvals?queue=licenses">{text('screen.approvals')}</Link>}
    >
      {query.data?.length === 0 && <p className="muted">{text('merchants.no_licenses')}</p>}
      <ul className="plain-list">
        {query.data?.map((row) => (
          <li key={row.id}>
            <span>
              {kindText(row.kind)}
              <span className="muted clip">{place(row.store_id)}</span>
            </span>
            <span className="push tabular muted">
              {row.expires_on === null
                ? text('licenses.forever')
                : text('licenses.until', { day: row.expires_on })}
            </span>
            {row.status === 'approved' && row.expires_on !== null && row.expires_on < today ? (
              <ToneTag tone="danger">{text('licenses.expired')}</ToneTag>
            ) : (
              <ToneTag tone={tones[row.status]}>{text(`license_status.${row.status}`)}</ToneTag>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
