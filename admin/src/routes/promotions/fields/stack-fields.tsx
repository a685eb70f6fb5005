import { AutoComplete, InputNumber, Select } from 'antd';
import { localName } from '../../../lib/local-name.ts';
import { useLocale, useText } from '../../../providers/use-text.ts';
import { usePromotionNames } from '../../../queries/promotion/use-promotion-names.ts';
import type { FieldsProps } from '../builder-form.tsx';
import { Field } from '../field.tsx';

/** How it stands beside others: who goes first, of which group only the best applies, what it never goes with. */
export function StackFields({ scope, promotionId, draft, problems, onChange }: FieldsProps) {
  const text = useText();
  const locale = useLocale();
  const others = usePromotionNames(scope.city.id, scope.storeId).data ?? [];
  return (
    <>
      <div className="pair">
        <Field
          label={text('promotions.priority')}
          htmlFor="promotion-priority"
          hint={text('promotions.priority_hint')}
        >
          <InputNumber
            id="promotion-priority"
            className="fill"
            min={0}
            max={1000}
            precision={0}
            value={draft.priority}
            onChange={(priority) => onChange({ priority })}
          />
        </Field>
        <Field
          label={text('promotions.stack_group')}
          htmlFor="promotion-group"
          hint={text('promotions.stack_group_hint')}
          problem={problems.stack_group}
        >
          <AutoComplete
            id="promotion-group"
            allowClear
            placeholder={text('promotions.stack_group_kind')}
            value={draft.stack_group}
            options={[{ value: 'exclusive' }, { value: 'campaign' }]}
            onChange={(stack_group: string | undefined) => onChange({ stack_group: stack_group || null })}
          />
        </Field>
      </div>
      <Field
        label={text('promotions.excludes')}
        htmlFor="promotion-excludes"
        hint={text('promotions.excludes_hint')}
      >
        <Select<string[]>
          id="promotion-excludes"
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.excludes}
          options={others
            .filter(({ id }) => id !== promotionId)
            .map((one) => ({ value: one.id, label: localName(one, locale) }))}
          onChange={(excludes) => onChange({ excludes })}
        />
      </Field>
    </>
  );
}
