import { SectionCard } from '../../components/section-card.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { useMerchantParts } from '../../queries/merchant/use-merchant-parts.ts';

type Parts = ReturnType<typeof useMerchantParts>;

/** Who works for a merchant, with masked phones. */
export function MerchantStaff({ query, stores }: { query: Parts['staff']; stores: Parts['stores']['data'] }) {
  const text = useText();
  const locale = useLocale();
  const place = (storeId: string | null): string => {
    const store = stores?.find((known) => known.id === storeId);
    return store ? localName(store, locale) : text('merchants.all_stores');
  };
  return (
    <SectionCard title={text('merchants.staff')} query={query} testId="merchant-staff">
      {query.data?.length === 0 && <p className="muted">{text('merchants.no_staff')}</p>}
      <ul className="plain-list">
        {query.data?.map((person) => (
          <li key={person.user_id}>
            <span>
              {person.display_name || text('merchants.nameless')}
              <span className="muted clip">{place(person.store_id)}</span>
            </span>
            <span className="push tabular muted">{person.phone ?? ''}</span>
            <span>{text(`role.${person.role}`)}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
