import { Link } from 'react-router';
import { SectionCard } from '../../components/section-card.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { useMerchantParts } from '../../queries/merchant/use-merchant-parts.ts';

/** The stores of a merchant and whether they sell. */
export function MerchantStores({ query }: { query: ReturnType<typeof useMerchantParts>['stores'] }) {
  const text = useText();
  const locale = useLocale();
  const now = useNow(60_000);
  return (
    <SectionCard title={text('screen.stores')} query={query} testId="merchant-stores">
      {query.data?.length === 0 && <p className="muted">{text('merchants.no_stores')}</p>}
      <ul className="plain-list">
        {query.data?.map((store) => (
          <li key={store.id}>
            <span>
              <Link to={`/orders?store=${store.id}`}>{localName(store, locale)}</Link>
              <span className="muted clip">{store.street}</span>
            </span>
            <span className="push tabular muted">
              {text('merchants.monthly', { count: store.monthly_sales_count })}
            </span>
            {!store.is_published ? (
              <ToneTag tone="quiet">{text('merchants.unpublished')}</ToneTag>
            ) : store.closed_until !== null && Date.parse(store.closed_until) > now ? (
              <ToneTag tone="warning">{text('closing.closed')}</ToneTag>
            ) : (
              <ToneTag tone="success">{text('stores.published')}</ToneTag>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
