import { Form, Input, Radio, Select } from 'antd';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { useCommissionPlans } from '../../queries/ledger/use-commission-plans.ts';
import { useMerchantPlan } from '../../queries/ledger/use-merchant-plan.ts';
import { useSetMerchantPlan } from '../../queries/ledger/use-set-merchant-plan.ts';
import { CommissionSample } from './commission-sample.tsx';
import type { MerchantRow } from './list.tsx';

type Values = Pick<MerchantRow, 'name' | 'legal_name' | 'status'> & { plan_id: string };

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
  const mayName = useMay('merchants', 'edit');
  const mayTerms = useMay('commission-plans', 'edit');
  const row = merchant === 'new' ? undefined : merchant;
  const plans = useCommissionPlans().data;
  const plan = useMerchantPlan(row?.id);
  const setPlan = useSetMerchantPlan();
  const planId = plan.data ?? plans?.find((one) => one.is_default)?.id;
  const isReady = plans !== undefined && (row === undefined || !plan.isPending);
  const initial: Partial<Values> = {
    status: 'active',
    legal_name: '',
    ...row,
    plan_id: planId,
  };
  return (
    <RecordDrawer<Values>
      open={merchant !== undefined && isReady}
      title={row?.name ?? text('merchants.new')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={async (values) => {
        const written = {
          name: values.name.trim(),
          legal_name: values.legal_name.trim(),
          status: values.status,
        };
        const saved = mayName ? await save(written, row?.id) : undefined;
        // Without terms of its own a new merchant has those of the default plan.
        if (mayTerms && (values.plan_id !== planId || row === undefined))
          await setPlan.mutateAsync({ merchantId: row?.id ?? String(saved?.id), planId: values.plan_id });
      }}
      testId="merchant-drawer"
    >
      {() => (
        <>
          <Form.Item
            name="name"
            label={text('field.name')}
            rules={[{ required: true, whitespace: true, message: text('form.required') }]}
          >
            <Input disabled={!mayName} maxLength={80} data-testid="field-name" />
          </Form.Item>
          <Form.Item name="legal_name" label={text('merchants.legal_name')}>
            <Input disabled={!mayName} maxLength={120} />
          </Form.Item>
          <Form.Item name="status" label={text('field.status')}>
            <Radio.Group
              disabled={!mayName}
              optionType="button"
              options={(['applied', 'active', 'suspended'] as const).map((value) => ({
                value,
                label: text(`merchant_status.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="plan_id"
            label={text('merchants.commission')}
            extra={text('merchants.commission_hint')}
            rules={[{ required: true, message: text('form.required') }]}
          >
            <Select
              disabled={!mayTerms}
              data-testid="field-plan"
              options={plans?.map((one) => ({ value: one.id, label: one.name })) ?? []}
            />
          </Form.Item>
          <CommissionSample />
        </>
      )}
    </RecordDrawer>
  );
}
