import { Form, Input, InputNumber, Radio } from 'antd';
import { useMemo } from 'react';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { useText } from '../../providers/use-text.ts';
import { CommissionSample } from './commission-sample.tsx';
import type { MerchantRow } from './list.tsx';

type Values = Pick<MerchantRow, 'name' | 'legal_name' | 'status'> & { commission_percent: number };

/** Takes a merchant on, or changes its terms. */
export function MerchantDrawer({
  merchant,
  onClose,
}: {
  merchant: MerchantRow | 'new' | undefined;
  onClose: () => void;
}) {
  const text = useText();
  const { save } = useSaveRecord('merchants');
  const row = merchant === 'new' ? undefined : merchant;
  const initial = useMemo(
    (): Partial<Values> => ({
      status: 'active',
      legal_name: '',
      ...row,
      commission_percent: (row?.commission_bps ?? 1500) / 100,
    }),
    [row],
  );
  return (
    <RecordDrawer<Values>
      open={merchant !== undefined}
      title={row?.name ?? text('merchants.new')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={(values) =>
        save(
          {
            name: values.name.trim(),
            legal_name: values.legal_name.trim(),
            status: values.status,
            commission_bps: Math.round(values.commission_percent * 100),
          },
          row?.id,
        )
      }
      testId="merchant-drawer"
    >
      {() => (
        <>
          <Form.Item
            name="name"
            label={text('field.name')}
            rules={[{ required: true, whitespace: true, message: text('form.required') }]}
          >
            <Input maxLength={80} data-testid="field-name" />
          </Form.Item>
          <Form.Item name="legal_name" label={text('merchants.legal_name')}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="status" label={text('field.status')}>
            <Radio.Group
              optionType="button"
              options={(['applied', 'active', 'suspended'] as const).map((value) => ({
                value,
                label: text(`merchant_status.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="commission_percent"
            label={text('merchants.commission')}
            extra={text('merchants.commission_hint')}
            rules={[
              {
                required: true,
                type: 'number',
                min: 0,
                max: 100,
                message: text('merchants.commission_range'),
              },
            ]}
          >
            <InputNumber min={0} max={100} step={0.5} precision={2} suffix="%" className="fill" />
          </Form.Item>
          <CommissionSample />
        </>
      )}
    </RecordDrawer>
  );
}
