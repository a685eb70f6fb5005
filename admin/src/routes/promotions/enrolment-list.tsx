import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { PercentInput } from '../../components/engine/percent-input.tsx';
import { localName } from '../../lib/local-name.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useEnrolments } from '../../queries/promotion/use-enrolments.ts';
import { RowPicker } from './fields/row-picker.tsx';

type Props = { promotionId: string; cityId: string; isReadOnly: boolean };

/** The stores that take part, each with the part of the discount that it bears; saved at once. */
export function EnrolmentList({ promotionId, cityId, isReadOnly }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { list, add, change, remove } = useEnrolments(promotionId);
  const failed = add.error ?? change.error ?? remove.error;
  if (list.isError && list.data === undefined)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div className="enrolments">
      {list.data?.length === 0 && <p className="muted">{text('place.nobody')}</p>}
      <ul className="bare-list">
        {list.data?.map((row) => {
          const name = row.stores ? localName(row.stores, locale) : row.store_id.slice(0, 8);
          return (
            <li key={row.store_id} className="enrolment" data-testid="enrolment">
              <span>{name}</span>
              <label className="enrolment-share">
                {text('bearer.share')}
                <ShareInput
                  key={row.merchant_share_bps}
                  disabled={isReadOnly}
                  value={row.merchant_share_bps}
                  onDone={(share) => change.mutate({ store_id: row.store_id, merchant_share_bps: share })}
                />
              </label>
              {!isReadOnly && (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={text('place.remove', { name })}
                  onClick={() => remove.mutate(row.store_id)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && (
        <RowPicker
          key={list.data?.length}
          table="stores"
          cityId={cityId}
          label={text('place.add')}
          value={null}
          onChange={(id) => typeof id === 'string' && add.mutate({ store_id: id, merchant_share_bps: 0 })}
        />
      )}
      {failed && (
        <p className="field-fault" role="alert">
          {errorText(failed)}
        </p>
      )}
    </div>
  );
}

type ShareProps = { disabled: boolean; value: number; onDone: (share: number) => void };

/** A share that counts when the field is left. */
function ShareInput({ disabled, value, onDone }: ShareProps) {
  const [draft, setDraft] = useState<number | null>(value);
  return (
    <span onBlur={() => draft !== null && draft !== value && onDone(draft)}>
      <PercentInput disabled={disabled} value={draft} onChange={setDraft} />
    </span>
  );
}
