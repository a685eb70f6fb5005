import { Collapse, Form, InputNumber, Radio, type FormInstance } from 'antd';
import { parameterSpecs, proofRules, weightSpecs } from '../../lib/dispatch-parameters.ts';
import { useText } from '../../providers/use-text.ts';
import type { ZoneValues } from './zone-values.ts';

/** What the engine goes by in a zone, each with what it does and what it may be. */
export function EngineFields({ form }: { form: FormInstance<ZoneValues> }) {
  const text = useText();
  const timeout = Form.useWatch('offer_timeout_seconds', form) as number | undefined;
  return (
    <>
      <Form.Item
        name={['parameters', 'proof_rule']}
        label={text('parameter.proof_rule')}
        extra={text('parameter_hint.proof_rule')}
      >
        <Radio.Group
          optionType="button"
          options={proofRules.map((value) => ({ value, label: text(`proof_rule.${value}`) }))}
        />
      </Form.Item>
      <div className="pairs">
        {parameterSpecs.map(({ name, min, max, step, unit }) => {
          const least = name === 'commit_lead_seconds' ? Math.max(min, timeout ?? min) : min;
          return (
            <Form.Item
              key={name}
              name={['parameters', name]}
              label={text(`parameter.${name}`)}
              extra={text(`parameter_hint.${name}`)}
              rules={[
                {
                  required: true,
                  type: 'number',
                  min: least,
                  max,
                  message: text('parameter.range', { least, most: max }),
                },
              ]}
            >
              <InputNumber
                min={0}
                step={step}
                precision={0}
                className="fill"
                suffix={unit === 'second' ? text('unit.second') : undefined}
              />
            </Form.Item>
          );
        })}
      </div>
      <Collapse
        ghost
        size="small"
        items={[
          {
            key: 'weights',
            label: text('parameter.weights'),
            forceRender: true,
            children: (
              <>
                <p className="muted">{text('parameter_hint.weights')}</p>
                <div className="pairs">
                  {weightSpecs.map(({ name, usual }) => (
                    <Form.Item
                      key={name}
                      name={['parameters', 'weights', name]}
                      label={text(`weight.${name}`)}
                      rules={[
                        {
                          type: 'number',
                          min: name === 'candidates' ? 1 : 0,
                          max: name === 'candidates' ? 1000 : 10_000_000,
                        },
                      ]}
                    >
                      <InputNumber
                        className="fill"
                        placeholder={text('parameter.usual', { amount: usual })}
                      />
                    </Form.Item>
                  ))}
                </div>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
