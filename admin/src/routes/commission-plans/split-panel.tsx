import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTypedLater } from '../../components/engine/use-typed-later.ts';
import { MoneyInput } from '../../components/money-input.tsx';
import { Money } from '../../components/money.tsx';
import { writtenPlan, type PlanDraft } from '../../lib/commission/plan-draft.ts';
import { parties, splitTable } from '../../lib/commission/split-table.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useSplitPreview, type SplitPlan } from '../../queries/ledger/use-split-preview.ts';
import { RowPicker } from '../promotions/fields/row-picker.tsx';

const amounts = ['goods', 'packaging', 'delivery', 'discount', 'rider', 'tip'] as const;
type Sample = Record<(typeof amounts)[number], number | null>;

/** A sample order under the rules as they stand: who pays and who gets what, adding up to zero. */
export function SplitPanel({ city, draft }: { city: CityRow; draft: PlanDraft }) {
  const text = useText();
  const errorText = useErrorText();
  const [sample, setSample] = useState<Sample>({
    goods: 10_000,
    packaging: 200,
    delivery: 500,
    discount: 1000,
    rider: 600,
    tip: 0,
  });
  const [bearer, setBearer] = useState<'platform' | 'merchant'>('platform');
  const [category, setCategory] = useState<string | null>(null);
  const [fulfillment, setFulfillment] = useState<'delivery' | 'pickup'>('delivery');
  const rules = useTypedLater(
    useMemo(() => JSON.stringify(writtenPlan(draft).rules.filter(({ is_active }) => is_active)), [draft]),
  );
  const preview = useSplitPreview({ rules: JSON.parse(rules) as object[] } satisfies SplitPlan, {
    fulfillment_type: fulfillment,
    lines: [{ total_cents: sample.goods ?? 0, category_id: category }],
    packaging_fee_cents: sample.packaging ?? 0,
    delivery_fee_cents: fulfillment === 'delivery' ? (sample.delivery ?? 0) : 0,
    rider_pay_cents: fulfillment === 'delivery' ? (sample.rider ?? 0) : 0,
    tip_cents: sample.tip ?? 0,
    adjustments:
      (sample.discount ?? 0) > 0
        ? [
            {
              kind: 'spend_and_save',
              scope: 'goods',
              amount_cents: -(sample.discount ?? 0),
              cost_bearer: bearer,
              merchant_share_bps: 0,
            },
          ]
        : [],
  });
  const { data, error } = preview;
  const table = data && splitTable(data.entries);
  return (
    <aside className="builder-side" aria-label={text('plans.sample')}>
      <div className="panel panel-top" data-testid="split-panel">
        <h2>{text('plans.sample')}</h2>
        <div className="sample-grid">
          {amounts.map((key) => (
            <label key={key} className="panel-field">
              {text(`plans.sample_${key}`)}
              <MoneyInput
                currency={city.currency}
                value={sample[key]}
                onChange={(value) => setSample({ ...sample, [key]: value })}
                data-testid={`sample-${key}`}
              />
            </label>
          ))}
        </div>
        <div className="panel-row">
          <Segmented
            aria-label={text('promotions.bearer')}
            value={bearer}
            options={(['platform', 'merchant'] as const).map((value) => ({
              value,
              label: text(`cost_bearer.${value}`),
            }))}
            onChange={setBearer}
          />
          <Select
            aria-label={text('plans.fulfillment')}
            value={fulfillment}
            options={(['delivery', 'pickup'] as const).map((value) => ({
              value,
              label: text(`fulfillment_type.${value}`),
            }))}
            onChange={setFulfillment}
          />
        </div>
        <label className="panel-field">
          {text('plans.category')}
          <RowPicker
            table="categories"
            label={text('plans.category')}
            value={category}
            onChange={(next) => setCategory(typeof next === 'string' ? next : null)}
          />
        </label>
        {error && (
          <p className="field-fault" role="alert">
            {errorText(error)}
          </p>
        )}
        {data && table && (
          <>
            <div className="split-scroll">
              <table className="ledger-table split-table" data-testid="split-table" aria-live="polite">
                <thead>
                  <tr>
                    <th scope="col">{text('plans.part')}</th>
                    {parties.map((party) => (
                      <th key={party} scope="col" className="number">
                        {text(`party.${party}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.rows.map(({ purpose, amounts: row }) => (
                    <tr key={purpose}>
                      <th scope="row">{text(`ledger_purpose.${purpose as 'goods'}`)}</th>
                      {parties.map((party) => (
                        <td key={party} className="number">
                          {row[party] !== 0 && <Money cents={row[party]} currency={city.currency} signed />}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{text('plans.total')}</th>
                    {parties.map((party) => (
                      <td key={party} className="number">
                        <Money cents={table.totals[party]} currency={city.currency} signed strong />
                      </td>
                    ))}
                  </tr>
                </tfoot>
              </table>
            </div>
            <p className={data.sum_cents === 0 ? 'muted' : 'field-fault'} data-testid="split-sum">
              {text(data.sum_cents === 0 ? 'ledger.even' : 'ledger.odd')}
            </p>
            <ul className="bare-list">
              {data.commission.map((part, index) => (
                <li key={index}>
                  {part.name || text('plans.rule', { place: index + 1 })}: {part.percent_bps / 100}% ×{' '}
                  <Money cents={part.base_cents} currency={city.currency} /> →{' '}
                  <Money cents={part.amount_cents} currency={city.currency} strong />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </aside>
  );
}
