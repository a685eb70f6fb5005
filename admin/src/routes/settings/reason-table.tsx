import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useMemo, useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localField } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useReasonCodes, type ReasonRow } from '../../queries/platform/use-reason-codes.ts';

const uses = [
  'order_cancel',
  'order_reject',
  'delivery_fail',
  'offer_decline',
  'refund_request',
  'ticket',
  'merchant_penalty',
] as const;
const liables = ['customer', 'merchant', 'rider', 'platform'] as const;
const actors = ['customer', 'merchant', 'rider', 'ops', 'system'] as const;

/** Why orders are cancelled or rejected, deliveries fail, offers are declined: the words people choose from. */
export function ReasonTable() {
  const text = useText();
  const locale = useLocale();
  const queries = useQueryClient();
  const { save } = useSaveRecord('reason_codes');
  const reasons = useReasonCodes();
  const [open, setOpen] = useState<ReasonRow | 'new' | undefined>(undefined);
  const [use, setUse] = useState<string | undefined>(undefined);
  const mayEdit = useMay('reasons', 'edit');
  const row = open === 'new' ? undefined : open;
  const initial = useMemo(
    (): Partial<ReasonRow> =>
      row ?? { applies_to: 'order_reject', actor: 'merchant', is_active: true, sort_order: 100 },
    [row],
  );
  const submit = async (values: ReasonRow): Promise<void> => {
    const written = {
      label: values.label.trim(),
      translations: cleanTranslations(values.translations),
      is_active: values.is_active,
      sort_order: values.sort_order,
      liable_party: values.liable_party ?? null,
    };
    await save(
      row ? written : { ...written, code: values.code, applies_to: values.applies_to, actor: values.actor },
      row?.code,
    );
    await queries.invalidateQueries({ queryKey: ['reason-codes'] });
  };
  const required = [{ required: true, whitespace: true, message: text('form.required') }];
  return (
    <>
      <div className="filters">
        <Select<string>
          className="filter-wide"
          allowClear
          aria-label={text('reasons.use')}
          placeholder={text('reasons.all_uses')}
          value={use}
          options={uses.map((value) => ({ value, label: text(`reason_use.${value}`) }))}
          onChange={setUse}
        />
        <span className="push" />
        {mayEdit && (
          <Button icon={<PlusOutlined />} onClick={() => setOpen('new')} data-testid="reason-new">
            {text('reasons.new')}
          </Button>
        )}
      </div>
      <DataTable<ReasonRow & { id: string }>
        label={text('settings.reasons')}
        testId="reason-table"
        rows={reasons.data
          ?.filter((reason) => use === undefined || reason.applies_to === use)
          .map((reason) => ({ ...reason, id: reason.code }))}
        loading={reasons.isPending}
        error={reasons.error}
        onRetry={() => void reasons.refetch()}
        onOpen={setOpen}
        empty={<EmptyState title={text('reasons.none')} />}
        columns={[
          {
            title: text('reasons.label'),
            render: (_, reason) => (
              <RowLink onClick={() => setOpen(reason)}>
                {localField(reason.label, reason.translations, 'label', locale)}
              </RowLink>
            ),
          },
          {
            title: text('reasons.use'),
            render: (_, reason) => text(`reason_use.${reason.applies_to as 'order_cancel'}`),
          },
          { title: text('reasons.who'), render: (_, reason) => text(`actor.${reason.actor}`) },
          {
            title: text('reasons.liable'),
            render: (_, reason) =>
              reason.liable_party === null ? (
                <span className="muted">–</span>
              ) : (
                text(`liable_party.${reason.liable_party}`)
              ),
          },
          {
            title: text('field.status'),
            render: (_, reason) => (
              <ToneTag tone={reason.is_active ? 'success' : 'quiet'}>
                {text(reason.is_active ? 'state.active' : 'state.inactive')}
              </ToneTag>
            ),
          },
        ]}
      />
      <RecordDrawer<ReasonRow>
        open={open !== undefined}
        title={row ? localField(row.label, row.translations, 'label', locale) : text('reasons.new')}
        initialValues={initial}
        onSubmit={submit}
        readOnly={!mayEdit}
        versions={
          row && {
            table: 'reason_codes',
            rowKey: row.code,
            onRestore: mayEdit ? (content) => submit(content as ReasonRow) : undefined,
          }
        }
        onClose={() => setOpen(undefined)}
        testId="reason-drawer"
      >
        {() => (
          <>
            {row === undefined && (
              <>
                <Form.Item
                  name="code"
                  label={text('reasons.code')}
                  extra={text('reasons.code_hint')}
                  rules={[
                    { required: true, pattern: /^[a-z][a-z0-9_]*$/, message: text('reasons.code_hint') },
                  ]}
                >
                  <Input maxLength={40} spellCheck={false} />
                </Form.Item>
                <div className="pair">
                  <Form.Item name="applies_to" label={text('reasons.use')}>
                    <Select options={uses.map((value) => ({ value, label: text(`reason_use.${value}`) }))} />
                  </Form.Item>
                  <Form.Item name="actor" label={text('reasons.who')}>
                    <Select options={actors.map((value) => ({ value, label: text(`actor.${value}`) }))} />
                  </Form.Item>
                </div>
              </>
            )}
            <div className="pair">
              <Form.Item name="label" label={text('reasons.label')} rules={required}>
                <Input maxLength={40} />
              </Form.Item>
              <Form.Item name={['translations', 'en', 'label']} label={text('reasons.label_en')}>
                <Input maxLength={60} lang="en" />
              </Form.Item>
            </div>
            <Form.Item name="liable_party" label={text('reasons.liable')} extra={text('reasons.liable_hint')}>
              <Select
                allowClear
                placeholder={text('reasons.nobody')}
                options={liables.map((value) => ({ value, label: text(`liable_party.${value}`) }))}
                data-testid="field-liable"
              />
            </Form.Item>
            <div className="pair">
              <Form.Item name="sort_order" label={text('reasons.order')}>
                <InputNumber min={0} max={10_000} precision={0} className="fill" />
              </Form.Item>
              <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
                <Switch />
              </Form.Item>
            </div>
          </>
        )}
      </RecordDrawer>
    </>
  );
}
