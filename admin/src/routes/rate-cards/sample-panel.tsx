import { formatDistance } from '@linli/ui/distance';
import { InputNumber, Select } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { DatetimeField } from '../../components/engine/datetime-field.tsx';
import { useTypedLater } from '../../components/engine/use-typed-later.ts';
import { MoneyInput } from '../../components/money-input.tsx';
import { Money } from '../../components/money.tsx';
import { localField, localName } from '../../lib/local-name.ts';
import { writtenRateRule, type RateRule } from '../../lib/rates/rate-rule.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { RateCardDraft } from '../../queries/city/use-rate-card-commands.ts';
import { useRatePreview } from '../../queries/city/use-rate-preview.ts';
import { useCityStores } from '../../queries/store/use-city-stores.ts';

const GeometryField = lazy(() => import('../../components/engine/geometry-field.tsx'));

type Props = { city: CityRow; draft: RateCardDraft; storeId: string | null; isRight: boolean };
type Point = { type: 'Point'; coordinates: [number, number] };

/** A worked sample: from a store to a place on the map, rule by rule, before anything is saved. */
export function RateSamplePanel({ city, draft, storeId, isRight }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const stores = useCityStores(city.id).data ?? [];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const from = storeId ?? chosen ?? stores[0]?.id;
  const [place, setPlace] = useState<Point>({ type: 'Point', coordinates: [city.lon, city.lat] });
  const [goods, setGoods] = useState<number | null>(3000);
  const [weight, setWeight] = useState<number | null>(1000);
  const [at, setAt] = useState(() => new Date().toISOString());
  const typed = useTypedLater(useMemo(() => JSON.stringify(draft.rules.map(writtenRateRule)), [draft.rules]));
  const preview = useRatePreview(
    from === undefined
      ? undefined
      : {
          storeId: from,
          lon: place.coordinates[0],
          lat: place.coordinates[1],
          goodsCents: goods ?? 0,
          weightGrams: weight ?? 0,
          at,
        },
    isRight ? (JSON.parse(typed) as RateRule[]) : undefined,
    draft.reachMeters,
  );
  const { data, error } = preview;
  return (
    <aside className="builder-side" aria-label={text('rates.sample')}>
      <div className="panel panel-top" data-testid="rate-sample">
        <h2>{text('rates.sample')}</h2>
        {storeId === null && (
          <label className="panel-field">
            {text('order.store')}
            <Select
              className="fill"
              aria-label={text('order.store')}
              showSearch={{ optionFilterProp: 'label' }}
              value={from}
              options={stores.map((store) => ({ value: store.id, label: localName(store, locale) }))}
              onChange={setChosen}
            />
          </label>
        )}
        <div className="sample-map">
          <Suspense fallback={<div className="map-field" />}>
            <GeometryField
              type="Point"
              value={place}
              onChange={(next) => {
                if ((next as Point | null)?.type === 'Point') setPlace(next as Point);
              }}
            />
          </Suspense>
        </div>
        <div className="panel-row">
          <label className="panel-field">
            {text('order.subtotal')}
            <MoneyInput
              currency={city.currency}
              value={goods}
              onChange={setGoods}
              data-testid="sample-goods"
            />
          </label>
          <label className="panel-field">
            {text('rates.weight')}
            <InputNumber
              min={0}
              step={500}
              precision={0}
              suffix={text('unit.gram')}
              value={weight}
              onChange={setWeight}
            />
          </label>
          <label className="panel-field">
            {text('preview.at')}
            <DatetimeField timeZone={city.timezone} value={at} onChange={(next) => next && setAt(next)} />
          </label>
        </div>
        {!isRight && <p className="muted">{text('rates.sample_waits')}</p>}
        {isRight && error && (
          <p className="field-fault" role="alert">
            {errorText(error)}
          </p>
        )}
        {isRight && data && !error && (
          <table className="ledger-table" data-testid="rate-lines" aria-live="polite">
            <caption>
              {text('rates.distance', { distance: formatDistance(data.distance_meters, locale) })}
              {!data.is_in_reach && ` · ${text('fee.too_far')}`}
            </caption>
            <tbody>
              {data.rules.map((rule) => (
                <tr key={rule.position} className={rule.amount_cents === 0 ? 'muted' : undefined}>
                  <th scope="row">
                    {rule.position}. {localField(rule.label, rule.translations, 'label', locale)}
                  </th>
                  <td className="number">
                    {rule.amount_cents === 0 ? (
                      text('rates.not_applied')
                    ) : (
                      <Money cents={rule.amount_cents} currency={city.currency} signed />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{text('order.delivery_fee')}</th>
                <td className="number" data-testid="sample-fee">
                  <Money cents={data.fee_cents ?? 0} currency={city.currency} strong />
                </td>
              </tr>
            </tfoot>
          </table>
        )}
      </div>
    </aside>
  );
}
