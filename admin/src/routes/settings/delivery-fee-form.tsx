import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';
import { Alert, Button, Card, Form, InputNumber, Skeleton } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { FeeSample } from './fee-sample.tsx';

type RateCard = Tables<'rate_cards'>;

/** The delivery fee of the city: a base, then per kilometre, up to where riders go. */
export function DeliveryFeeForm() {
  const text = useText();
  const errorText = useErrorText();
  const city = useCity();
  const { save } = useSaveRecord('rate_cards');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(undefined);
  const { query } = useList<RateCard>({
    resource: 'rate_cards',
    filters: [{ field: 'city_id', operator: 'eq', value: city.id }],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  if (query.isError && query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
  const row = query.data.data[0];
  const submit = async (values: RateCard): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const { base_cents, included_meters, per_km_cents, reach_meters } = values;
    const written = { base_cents, included_meters, per_km_cents, reach_meters };
    await save(row ? written : { ...written, city_id: city.id }, row?.id).catch(setFailure);
    setBusy(false);
  };
  const required = [{ required: true, message: text('form.required') }];
  return (
    <Card size="small">
      <p className="muted">{text('fee.lead')}</p>
      <Form<RateCard>
        key={row?.id}
        layout="vertical"
        initialValues={
          row ?? { base_cents: 300, included_meters: 2000, per_km_cents: 100, reach_meters: 6000 }
        }
        onFinish={(values) => void submit(values)}
      >
        {failure !== undefined && <Alert type="error" showIcon title={errorText(failure)} />}
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
        <Button type="primary" htmlType="submit" loading={busy} data-testid="fee-save">
          {text('action.save')}
        </Button>
      </Form>
    </Card>
  );
}
