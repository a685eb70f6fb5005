import { Alert, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useMemo } from 'react';
import { MoneyInput } from '../../components/money-input.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { usePromotionCommand } from '../../queries/promotion/use-promotion-command.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { fromLocalField, toLocalField } from '../../lib/local-datetime.ts';
import { localName, type Named } from '../../lib/local-name.ts';
import {
  checkTiers,
  readTiers,
  sortTiers,
  type PromotionKind,
  type Tier,
  type TierDraft,
} from '../../lib/tiers.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { PromotionRow } from './list.tsx';
import { PromotionPreview } from './promotion-preview.tsx';
import { TiersField } from './tiers-field.tsx';

export type PromotionValues = Pick<PromotionRow, 'name' | 'kind' | 'cost_bearer' | 'priority'> & {
  is_active: boolean;
  translations?: unknown;
  tiers: TierDraft[];
  store_id?: string | null;
  budget_cents?: number | null;
  starts: string;
  ends?: string;
};
type Props = {
  city: CityRow;
  stores: readonly (Named & { id: string })[];
  promotion: PromotionRow | 'new' | undefined;
  onClose: () => void;
};

/** Plans a promotion without code, and shows what it does before it is saved. */
export function PromotionDrawer({ city, stores, promotion, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const { save, remove } = useSaveRecord('promotions');
  const { mutateAsync: command } = usePromotionCommand();
  const row = promotion === 'new' ? undefined : promotion;
  const isOpen = promotion !== undefined;
  const initial = useMemo(
    (): Partial<PromotionValues> => ({
      kind: 'spend_and_save',
      cost_bearer: 'platform',
      priority: 100,
      ...row,
      is_active: row === undefined || row.status === 'published',
      tiers: row ? sortTiers(readTiers(row.tiers)) : [{}],
      starts: toLocalField(row?.starts_at ?? new Date().toISOString(), city.timezone),
      ends: row?.ends_at ? toLocalField(row.ends_at, city.timezone) : undefined,
      store_id: row?.store_id ?? undefined,
    }),
    // A drawer that opens anew starts from now.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [row, city.timezone, isOpen],
  );

  const submit = async (values: PromotionValues): Promise<void> => {
    const written = {
      name: values.name.trim(),
      translations: cleanTranslations(values.translations),
      tiers: sortTiers(values.tiers as Tier[]).map(({ min_cents, discount_cents }) => ({
        min_cents,
        discount_cents,
      })),
      priority: values.priority,
      starts_at: fromLocalField(values.starts, city.timezone),
      ends_at: values.ends ? fromLocalField(values.ends, city.timezone) : null,
      budget_cents: values.budget_cents ?? null,
    };
    const saved = row
      ? await save(written, row.id)
      : await save({
          ...written,
          city_id: city.id,
          kind: values.kind,
          store_id: values.store_id ?? null,
          cost_bearer: values.cost_bearer,
        });
    if (values.is_active !== (row?.status === 'published'))
      await command({
        id: String(saved.id),
        command: values.is_active ? 'publish' : 'pause',
        key: crypto.randomUUID(),
      });
  };
  return (
    <RecordDrawer<PromotionValues>
      open={isOpen}
      width={600}
      title={row ? localName(row, locale) : text('promotions.new')}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
      onDelete={row && row.used_cents === 0 ? () => remove(row.id) : undefined}
      deleteQuestion={text('promotions.delete')}
      testId="promotion-drawer"
    >
      {(form) => (
        <>
          {row && <Alert type="info" showIcon title={text('promotions.fixed')} />}
          <Form.Item name="kind" label={text('promotions.kind')}>
            <Radio.Group
              optionType="button"
              disabled={row !== undefined}
              options={(['spend_and_save', 'delivery_discount'] as const).map((value) => ({
                value,
                label: text(`promotion_kind.${value}`),
              }))}
            />
          </Form.Item>
          <NameFields max={60} />
          <Form.Item
            name="tiers"
            label={text('promotions.tiers')}
            rules={[
              {
                validator: (_rule, tiers: TierDraft[]) =>
                  checkTiers(form.getFieldValue('kind') as PromotionKind, tiers).length === 0
                    ? Promise.resolve()
                    : Promise.reject(new Error(text('tier.invalid'))),
              },
            ]}
          >
            <TiersField currency={city.currency} />
          </Form.Item>
          <PromotionPreview currency={city.currency} />
          <div className="pair">
            <Form.Item name="store_id" label={text('promotions.where')}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                disabled={row !== undefined}
                placeholder={text('promotions.all_stores')}
                options={stores.map((store) => ({ value: store.id, label: localName(store, locale) }))}
                data-testid="field-store"
              />
            </Form.Item>
            <Form.Item name="cost_bearer" label={text('promotions.bearer')}>
              <Radio.Group
                optionType="button"
                disabled={row !== undefined}
                options={(['platform', 'merchant'] as const).map((value) => ({
                  value,
                  label: text(`cost_bearer.${value}`),
                }))}
              />
            </Form.Item>
          </div>
          <div className="pair">
            <Form.Item
              name="starts"
              label={text('promotions.starts')}
              extra={city.timezone}
              rules={[{ required: true, message: text('form.required') }]}
            >
              <Input type="datetime-local" data-testid="field-starts" />
            </Form.Item>
            <Form.Item
              name="ends"
              label={text('promotions.ends')}
              dependencies={['starts']}
              rules={[
                {
                  validator: (_rule, value: string | undefined) =>
                    !value || value > (form.getFieldValue('starts') as string)
                      ? Promise.resolve()
                      : Promise.reject(new Error(text('promotions.ends_before'))),
                },
              ]}
            >
              <Input type="datetime-local" data-testid="field-ends" />
            </Form.Item>
          </div>
          <div className="triple">
            <Form.Item
              name="budget_cents"
              label={text('promotions.budget')}
              tooltip={text('promotions.budget_hint')}
            >
              <MoneyInput
                currency={city.currency}
                placeholder={text('promotions.no_limit')}
                data-testid="field-budget"
              />
            </Form.Item>
            <Form.Item
              name="priority"
              label={text('promotions.priority')}
              tooltip={text('promotions.priority_hint')}
            >
              <InputNumber min={0} max={1000} precision={0} className="fill" />
            </Form.Item>
            <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
              <Switch data-testid="field-active" />
            </Form.Item>
          </div>
        </>
      )}
    </RecordDrawer>
  );
}
