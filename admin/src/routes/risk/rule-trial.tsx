import { Button, Form } from 'antd';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useRuleSimulation } from '../../queries/risk/use-rule-simulation.ts';
import type { RiskRuleRow } from '../../queries/risk/use-risk-rules.ts';

/** Tries the rule of the form on the last seven days: how many it would have hit, and which. */
export function RuleTrial() {
  const text = useText();
  const errorText = useErrorText();
  const form = Form.useFormInstance();
  const { mutate, data, error, isPending, reset } = useRuleSimulation();
  const moment = (Form.useWatch('moment') as RiskRuleRow['moment'] | undefined) ?? 'order';
  const rule: unknown = Form.useWatch('conditions');
  return (
    <section className="preview" aria-live="polite" data-testid="risk-trial">
      <Button
        loading={isPending}
        disabled={false}
        data-testid="risk-try"
        onClick={() => {
          reset();
          void form.validateFields(['conditions']).then(
            () => mutate({ moment, rule }),
            () => undefined,
          );
        }}
      >
        {text('risk.try')}
      </Button>
      {error && (
        <p className="field-fault" role="alert">
          {errorText(error)}
        </p>
      )}
      {data && (
        <>
          <p>
            {text('risk.tried', { hits: data.hit_count, checked: data.checked_count })}
            {moment === 'order' &&
              data.hit_count > 0 &&
              ` ${text('risk.tried_well', { well: data.completed_count })}`}
          </p>
          <ul className="fact-list">
            {data.sample.map((hit) => (
              <li key={hit.id}>
                <span className="tabular">{hit.label || hit.id.slice(0, 8)}</span>
                <span className="muted">
                  {hit.outcome !== '' && text(`order_status.${hit.outcome as 'placed'}`)}{' '}
                  <RelativeTime at={hit.at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
