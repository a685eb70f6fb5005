import { SectionCard } from '../../components/section-card.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import { useCommissionPlans } from '../../queries/ledger/use-commission-plans.ts';
import type { useMerchantParts } from '../../queries/merchant/use-merchant-parts.ts';

/** The terms of a merchant, the latest first; without a contract the default plan holds. */
export function MerchantContracts({ query }: { query: ReturnType<typeof useMerchantParts>['contracts'] }) {
  const text = useText();
  const plans = useCommissionPlans().data;
  const planName = (id: string): string => plans?.find((plan) => plan.id === id)?.name ?? '–';
  const today = new Date().toISOString().slice(0, 10);
  const current = query.data?.find(
    (row) => row.starts_on <= today && (row.ends_on === null || row.ends_on >= today),
  );
  const standard = plans?.find((plan) => plan.is_default);
  return (
    <SectionCard title={text('merchants.contracts')} query={query} testId="merchant-contracts">
      {current === undefined && (
        <p className="muted">{text('merchants.default_plan', { plan: standard?.name ?? '–' })}</p>
      )}
      <ul className="plain-list">
        {query.data?.map((row) => (
          <li key={row.id}>
            <span>
              {planName(row.plan_id)}
              <span className="muted clip">{[row.number, row.note].filter(Boolean).join(' · ')}</span>
            </span>
            <span className="push tabular muted">
              {row.starts_on} – {row.ends_on ?? text('merchants.open_end')}
            </span>
            {row === current && <ToneTag tone="success">{text('merchants.in_force')}</ToneTag>}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
