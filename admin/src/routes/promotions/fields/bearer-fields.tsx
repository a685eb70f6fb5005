import { Segmented } from 'antd';
import { PercentInput } from '../../../components/engine/percent-input.tsx';
import { useText } from '../../../providers/use-text.ts';
import type { FieldsProps } from '../builder-form.tsx';
import { Field } from '../field.tsx';

/** Who pays the discount, and which part of it. */
export function BearerFields({ promotionId, draft, problems, isReadOnly, onChange }: FieldsProps) {
  const text = useText();
  // Points are always the platform's money.
  const offered =
    draft.kind === 'points' ? (['platform'] as const) : (['platform', 'merchant', 'shared'] as const);
  return (
    <div className="pair">
      <Field label={text('promotions.bearer')}>
        <Segmented
          aria-label={text('promotions.bearer')}
          disabled={promotionId !== undefined || isReadOnly}
          value={draft.cost_bearer}
          options={offered.map((value) => ({ value, label: text(`cost_bearer.${value}`) }))}
          onChange={(cost_bearer) =>
            onChange({ cost_bearer, merchant_share_bps: cost_bearer === 'shared' ? 5000 : 0 })
          }
        />
      </Field>
      {draft.cost_bearer === 'shared' && (
        <Field
          label={text('bearer.share')}
          htmlFor="bearer-share"
          hint={text('bearer.share_hint')}
          problem={problems.share}
        >
          <PercentInput
            id="bearer-share"
            disabled={promotionId !== undefined || isReadOnly}
            value={draft.merchant_share_bps}
            onChange={(merchant_share_bps) => onChange({ merchant_share_bps })}
          />
        </Field>
      )}
    </div>
  );
}
