import { Form, Input, InputNumber, Radio, Switch } from 'antd';
import { LogicField } from '../../components/logic/logic-field.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useMay } from '../../components/use-may.ts';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localName } from '../../lib/local-name.ts';
import { checkLogic } from '../../lib/logic/check-logic.ts';
import { parseLogic } from '../../lib/logic/parse-logic.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useRiskFacts } from '../../queries/risk/use-risk-facts.ts';
import type { RiskRuleRow } from '../../queries/risk/use-risk-rules.ts';
import { RuleHistory } from './rule-history.tsx';
import { RuleTrial } from './rule-trial.tsx';

type Values = Pick<RiskRuleRow, 'name' | 'slug' | 'moment' | 'score' | 'is_active'> & {
  translations?: unknown;
  conditions: unknown;
};
type Props = { city: CityRow; rule: RiskRuleRow | 'new' | undefined; onClose: () => void };

/** One risk rule: when it asks, what makes it hold, how much it weighs; tried on last week before it is saved. */
export function RuleDrawer({ city, rule, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const may = useMay('risk', 'edit');
  const { save, remove } = useSaveRecord('risk_rules');
  const row = rule === 'new' ? undefined : rule;
  const initial: Partial<Values> = { moment: 'order', conditions: true, score: 40, is_active: false, ...row };
  const submit = (values: Values): Promise<unknown> => {
    const written = {
      name: values.name.trim(),
      translations: cleanTranslations(values.translations),
      conditions: values.conditions,
      score: values.score,
      is_active: values.is_active,
    };
    return row ? save(written, row.id) : save({ ...written, slug: values.slug, moment: values.moment });
  };
  return (
    <RecordDrawer<Values>
      open={rule !== undefined}
      width={760}
      title={row ? localName(row, locale) : text('risk.new_rule')}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
      onDelete={row && (() => remove(row.id))}
      readOnly={!may}
      testId="risk-rule-drawer"
    >
      {() => (
        <>
          <Form.Item name="moment" label={text('risk.moment')}>
            <Radio.Group
              optionType="button"
              disabled={row !== undefined}
              options={(['order', 'claim', 'rider'] as const).map((value) => ({
                value,
                label: text(`risk_moment.${value}`),
              }))}
            />
          </Form.Item>
          <NameFields max={60} />
          <div className="triple">
            <Form.Item
              name="slug"
              label={text('segments.code')}
              rules={[
                { required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: text('segments.code_hint') },
              ]}
            >
              <Input
                maxLength={40}
                spellCheck={false}
                disabled={row !== undefined}
                data-testid="field-slug"
              />
            </Form.Item>
            <Form.Item
              name="score"
              label={text('risk.score')}
              tooltip={text('risk.score_hint')}
              rules={[{ required: true, message: text('form.required') }]}
            >
              <InputNumber min={1} max={1000} precision={0} className="fill" data-testid="field-score" />
            </Form.Item>
            <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
              <Switch data-testid="field-active" />
            </Form.Item>
          </div>
          <RuleField currency={city.currency} isReadOnly={!may} />
          <RuleTrial />
          {row && <RuleHistory ruleId={row.id} />}
        </>
      )}
    </RecordDrawer>
  );
}

/** The conditions over what can be asked at the chosen moment; another moment asks for other things. */
function RuleField({ currency, isReadOnly }: { currency: string; isReadOnly: boolean }) {
  const text = useText();
  const moment = (Form.useWatch('moment') as RiskRuleRow['moment'] | undefined) ?? 'order';
  const facts = useRiskFacts(moment).data;
  if (facts === undefined) return null;
  return (
    <Form.Item
      key={moment}
      name="conditions"
      label={text('risk.holds_when')}
      rules={[
        {
          validator: (_rule, conditions: unknown) => {
            const tree = parseLogic(conditions, facts);
            return tree.parts.length > 0 && checkLogic(tree).length === 0
              ? Promise.resolve()
              : Promise.reject(new Error(text('segments.rule_unfinished')));
          },
        },
      ]}
    >
      <LogicField
        facts={facts}
        currency={currency}
        whenEmpty={text('risk.no_conditions')}
        isReadOnly={isReadOnly}
      />
    </Form.Item>
  );
}
