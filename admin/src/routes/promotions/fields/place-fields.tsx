import { Segmented, Switch } from 'antd';
import { useState } from 'react';
import { PercentInput } from '../../../components/engine/percent-input.tsx';
import { useText } from '../../../providers/use-text.ts';
import type { FieldsProps } from '../builder-form.tsx';
import { EnrolmentList } from '../enrolment-list.tsx';
import { Field } from '../field.tsx';
import { RowPicker } from './row-picker.tsx';

type Place = 'all' | 'one' | 'enrolled';

/** Where it runs: in the whole city, in one store, or in the stores that take part. */
export function PlaceFields({ scope, promotionId, draft, problems, isReadOnly, onChange }: FieldsProps) {
  const text = useText();
  const [place, setPlace] = useState<Place>(
    draft.is_for_enrolled ? 'enrolled' : draft.store_id === null ? 'all' : 'one',
  );
  const isFixed = promotionId !== undefined || isReadOnly;
  return (
    <>
      <Field label={text('promotions.where')} hint={promotionId && text('promotions.fixed')}>
        <Segmented<Place>
          aria-label={text('promotions.where')}
          disabled={isFixed}
          value={place}
          options={(['all', 'one', 'enrolled'] as const).map((value) => ({
            value,
            label: text(`place.${value}`),
          }))}
          onChange={(next) => {
            setPlace(next);
            onChange({ is_for_enrolled: next === 'enrolled', store_id: null, is_enrolment_open: false });
          }}
        />
      </Field>
      {place === 'one' && (
        <Field label={text('order.store')} htmlFor="promotion-store" problem={problems.store_id}>
          <RowPicker
            id="promotion-store"
            disabled={isFixed}
            table="stores"
            cityId={scope.city.id}
            label={text('order.store')}
            value={draft.store_id}
            onChange={(next) => onChange({ store_id: typeof next === 'string' ? next : null })}
          />
        </Field>
      )}
      {place === 'enrolled' && (
        <div className="pair">
          <Field label={text('place.open')} htmlFor="enrolment-open" hint={text('place.open_hint')}>
            <Switch
              id="enrolment-open"
              checked={draft.is_enrolment_open}
              onChange={(is_enrolment_open) => onChange({ is_enrolment_open })}
            />
          </Field>
          {draft.is_enrolment_open && (
            <Field label={text('place.share')} htmlFor="enrolment-share" hint={text('place.share_hint')}>
              <PercentInput
                id="enrolment-share"
                value={draft.enrolment_share_bps}
                onChange={(enrolment_share_bps) => onChange({ enrolment_share_bps })}
              />
            </Field>
          )}
        </div>
      )}
      {draft.is_for_enrolled &&
        (promotionId === undefined ? (
          <p className="muted">{text('place.after_saving')}</p>
        ) : (
          <EnrolmentList promotionId={promotionId} cityId={scope.city.id} isReadOnly={isReadOnly} />
        ))}
    </>
  );
}
