import { Input } from 'antd';
import { LogicBuilder } from '../../components/logic/logic-builder.tsx';
import type { LogicProblem } from '../../lib/logic/check-logic.ts';
import type { Fact, Group } from '../../lib/logic/types.ts';
import type { DraftField, DraftProblem } from '../../lib/promotion/check-draft.ts';
import type { PromotionDraft } from '../../lib/promotion/draft.ts';
import { useText } from '../../providers/use-text.ts';
import { Field } from './field.tsx';
import { BearerFields } from './fields/bearer-fields.tsx';
import { EffectFields } from './fields/effect-fields.tsx';
import { LimitFields } from './fields/limit-fields.tsx';
import { PlaceFields } from './fields/place-fields.tsx';
import { ScheduleFields } from './fields/schedule-fields.tsx';
import { StackFields } from './fields/stack-fields.tsx';
import type { PromotionScope } from './scope.ts';

/** What every part of the form is given. */
export type FieldsProps = {
  scope: PromotionScope;
  /** Of a saved promotion: kind, place and bearer are then fixed. */
  promotionId: string | undefined;
  draft: PromotionDraft;
  problems: Partial<Record<DraftField, DraftProblem>>;
  isReadOnly: boolean;
  onChange: (part: Partial<PromotionDraft>) => void;
};

type Props = FieldsProps & {
  tree: Group;
  facts: readonly Fact[];
  logicProblems: readonly { path: string; problem: LogicProblem }[];
  onTree: (next: Group) => void;
};

/** The promotion in the order in which people think of it: what, for whom, when, where, how much, with what else. */
export function BuilderForm(props: Props) {
  const { scope, draft, problems, isReadOnly, onChange, tree, facts, logicProblems, onTree } = props;
  const text = useText();
  const english = draft.translations['en']?.['name'] ?? '';
  return (
    <div className="builder-form" data-testid="promotion-form">
      <section className="rule-section">
        <h2>{text('promotions.section_what')}</h2>
        <div className="pair">
          <Field label={text('field.name')} htmlFor="promotion-name" problem={problems.name}>
            <Input
              id="promotion-name"
              maxLength={60}
              value={draft.name}
              onChange={(event) => onChange({ name: event.target.value })}
              data-testid="field-name"
            />
          </Field>
          <Field label={text('field.name_en')} htmlFor="promotion-name-en">
            <Input
              id="promotion-name-en"
              maxLength={60}
              lang="en"
              value={english}
              onChange={(event) =>
                onChange({
                  translations: {
                    ...draft.translations,
                    en: { ...draft.translations['en'], name: event.target.value },
                  },
                })
              }
              data-testid="field-name-en"
            />
          </Field>
        </div>
        <EffectFields {...props} />
      </section>
      <section className="rule-section">
        <h2>{text('promotions.section_who')}</h2>
        <LogicBuilder
          value={tree}
          facts={facts}
          currency={scope.city.currency}
          storeId={scope.storeId ?? draft.store_id ?? undefined}
          problems={logicProblems}
          isReadOnly={isReadOnly}
          whenEmpty={text('promotions.for_everyone')}
          onChange={onTree}
        />
      </section>
      <section className="rule-section">
        <h2>{text('promotions.section_when')}</h2>
        <ScheduleFields {...props} />
      </section>
      {scope.storeId === undefined && (
        <section className="rule-section">
          <h2>{text('promotions.section_where')}</h2>
          <PlaceFields {...props} />
          <BearerFields {...props} />
        </section>
      )}
      <section className="rule-section">
        <h2>{text('promotions.section_limits')}</h2>
        <LimitFields {...props} />
      </section>
      <section className="rule-section">
        <h2>{text('promotions.section_stack')}</h2>
        <StackFields {...props} />
      </section>
    </div>
  );
}
