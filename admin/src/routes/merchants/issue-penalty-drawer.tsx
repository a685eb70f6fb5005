import { Form, Input, Radio, Select } from 'antd';
import { MoneyInput } from '../../components/money-input.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { localField, localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { useMerchantParts } from '../../queries/merchant/use-merchant-parts.ts';
import { useIssuePenalty, type PenaltyDraft } from '../../queries/penalty/use-issue-penalty.ts';
import { useReasonCodes } from '../../queries/platform/use-reason-codes.ts';

type Props = {
  merchantId: string;
  currency: string;
  stores: ReturnType<typeof useMerchantParts>['stores']['data'];
  open: boolean;
  onClose: () => void;
};

const required = [{ required: true }];

/** Ops warn or fine a merchant, for one store or all of it. */
export function IssuePenaltyDrawer({ merchantId, currency, stores = [], open, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const issue = useIssuePenalty(merchantId);
  const reasons = (useReasonCodes().data ?? []).filter(
    (row) => row.is_active && row.applies_to === 'merchant_penalty',
  );
  const initial: Partial<PenaltyDraft> = {
    kind: 'warning',
    store_id: stores.length === 1 ? (stores[0]?.id ?? null) : null,
  };
  return (
    <RecordDrawer<PenaltyDraft>
      open={open}
      title={text('penalties.issue')}
      initialValues={initial}
      onSubmit={issue}
      onClose={onClose}
      testId="penalty-form"
    >
      {() => (
        <>
          <Form.Item name="kind" label={text('penalties.kind')}>
            <Radio.Group
              options={(['warning', 'fine'] as const).map((value) => ({
                value,
                label: text(`penalty_kind.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before, after) => before.kind !== after.kind}>
            {({ getFieldValue }) =>
              getFieldValue('kind') === 'fine' && (
                <Form.Item
                  name="amount_cents"
                  label={text('penalties.amount')}
                  extra={text('penalties.amount_hint')}
                  rules={required}
                >
                  <MoneyInput currency={currency} data-testid="penalty-amount" />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="reason_code" label={text('field.reason')} rules={required}>
            <Select
              data-testid="penalty-reason"
              options={reasons.map((row) => ({
                value: row.code,
                label: localField(row.label, row.translations, 'label', locale),
              }))}
            />
          </Form.Item>
          <Form.Item name="store_id" label={text('penalties.store')}>
            <Select
              allowClear
              placeholder={text('merchants.all_stores')}
              options={stores.map((store) => ({ value: store.id, label: localName(store, locale) }))}
            />
          </Form.Item>
          <Form.Item
            name="note"
            label={text('penalties.note')}
            extra={text('penalties.note_hint')}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input.TextArea rows={4} maxLength={1000} showCount data-testid="penalty-note" />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
