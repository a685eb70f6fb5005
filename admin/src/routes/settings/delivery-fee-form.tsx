import { Alert, Button, Card, Form, InputNumber, Skeleton } from 'antd';
import { useCity } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import type { SimpleRateCard } from '../../lib/delivery-fee.ts';
import { splitRules } from '../../lib/split-rules.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useRateCard } from '../../queries/city/use-rate-card.ts';
import { useSaveRateCard } from '../../queries/city/use-save-rate-card.ts';
import { FeeSample } from './fee-sample.tsx';

/** The delivery fee of the city: a base, then per kilometre, up to where riders go. Other rules stay as they are. */
export function DeliveryFeeForm() {
  const text = useText();
  const errorText = useErrorText();
  const city = useCity();
  const card = useRateCard(city.id);
  const save = useSaveRateCard(city.id);
  if (card.isError && card.data === undefined) {
    return <ErrorState error={card.error} onRetry={() => void card.refetch()} />;
  }
  if (card.data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
  const { base, distance, others } = splitRules(card.data?.rate_card_rules ?? []);
  const submit = (values: SimpleRateCard): void => {
    const rules = [
      {
        ...base,
        kind: 'base',
        amount_cents: values.base_cents,
      },
      {
        ...distance,
        kind: 'distance',
        from_meters: values.included_meters,
        per_km_cents: values.per_km_cents,
      },
      ...others,
    ];
    save.mutate({ reachMeters: values.reach_meters, rules });
  };
  const required = [{ required: true, message: text('form.required') }];
  return (
    <Card size="small">
      <p className="muted">{text('fee.lead')}</p>
      <Form<SimpleRateCard>
        key={card.data?.id}
        layout="vertical"
        initialValues={{
          base_cents: base?.amount_cents ?? 300,
          included_meters: distance?.from_meters ?? 2000,
          per_km_cents: distance?.per_km_cents ?? 100,
          reach_meters: card.data?.reach_meters ?? 6000,
        }}
        onFinish={submit}
      >
        {save.isError && <Alert type="error" showIcon title={errorText(save.error)} />}
        <div className="pair">
          <Form.Item name="base_cents" label={text('fee.base')} rules={required}>
            <MoneyInput currency={city.currency} />
          </Form.Item>
          <Form.Item name="included_meters" label={text('fee.included')} rules={required}>
            <InputNumber
              min={0}
              max={50_000}
              step={100}
              precision={0}
              className="fill"
              suffix={text('unit.meter')}
            />
          </Form.Item>
          <Form.Item name="per_km_cents" label={text('fee.per_km')} rules={required}>
            <MoneyInput currency={city.currency} />
          </Form.Item>
          <Form.Item name="reach_meters" label={text('fee.reach')} rules={required}>
            <InputNumber
              min={100}
              max={50_000}
              step={100}
              precision={0}
              className="fill"
              suffix={text('unit.meter')}
            />
          </Form.Item>
        </div>
        <FeeSample currency={city.currency} />
        <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="fee-save">
          {text('action.save')}
        </Button>
      </Form>
    </Card>
  );
}
