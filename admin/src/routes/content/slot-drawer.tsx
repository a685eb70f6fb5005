import { Form, InputNumber, Switch } from 'antd';
import { DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useMay } from '../../components/use-may.ts';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useQueryClient } from '@tanstack/react-query';
import {
  adsKey,
  type AdBidRow,
  type AdRunRow,
  type AdSlotRow,
  type Ads,
} from '../../queries/content/use-ads.ts';

type Values = Pick<AdSlotRow, 'name' | 'position' | 'is_active'> & {
  floor_cents: number | null;
  translations?: unknown;
};
type Props = {
  city: CityRow;
  slot: AdSlotRow | 'new' | undefined;
  ads: Ads | undefined;
  nameOf: (storeId: string | null) => string;
  onClose: () => void;
};

/** An ad slot with who bids for it and what its last days came to. */
export function SlotDrawer({ city, slot, ads, nameOf, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const queries = useQueryClient();
  const may = useMay('content', 'edit');
  const { save, remove } = useSaveRecord('ad_slots');
  const row = slot === 'new' ? undefined : slot;
  const initial: Partial<Values> = { position: 3, is_active: true, ...row };
  const bids = ads?.bids.filter((bid) => bid.slot_id === row?.id && bid.withdrawn_at === null) ?? [];
  const runs = ads?.runs.filter((run) => run.slot_id === row?.id) ?? [];
  const submit = async (values: Values): Promise<void> => {
    const written = {
      name: values.name.trim(),
      translations: cleanTranslations(values.translations),
      position: values.position,
      floor_cents: values.floor_cents,
      is_active: values.is_active,
    };
    await (row ? save(written, row.id) : save({ ...written, city_id: city.id }));
    await queries.invalidateQueries({ queryKey: adsKey });
  };
  return (
    <RecordDrawer<Values>
      open={slot !== undefined}
      width={640}
      title={row ? localName(row, locale) : text('content.new_ads')}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
      readOnly={!may}
      onDelete={
        row && bids.length === 0 && runs.length === 0
          ? async () => {
              await remove(row.id);
              await queries.invalidateQueries({ queryKey: adsKey });
            }
          : undefined
      }
      testId="slot-drawer"
    >
      {() => (
        <>
          <NameFields max={40} />
          <div className="triple">
            <Form.Item
              name="position"
              label={text('content.position')}
              tooltip={text('content.position_hint')}
              rules={[{ required: true, message: text('form.required') }]}
            >
              <InputNumber min={1} max={50} precision={0} className="fill" />
            </Form.Item>
            <Form.Item
              name="floor_cents"
              label={text('content.floor')}
              rules={[{ required: true, type: 'number', min: 1, message: text('form.amount') }]}
            >
              <MoneyInput currency={city.currency} data-testid="field-floor" />
            </Form.Item>
            <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
              <Switch />
            </Form.Item>
          </div>
          <p className="muted">{text('content.auction')}</p>
          {row && (
            <>
              <h2 className="part-head">{text('content.bids')}</h2>
              <DataTable<AdBidRow>
                inDrawer
                label={text('content.bids')}
                rows={bids}
                empty={<p className="muted">{text('content.no_bids')}</p>}
                columns={[
                  { title: text('order.store'), render: (_, bid) => nameOf(bid.store_id) },
                  { title: text('content.days'), render: (_, bid) => `${bid.starts_on} – ${bid.ends_on}` },
                  {
                    title: text('content.bid'),
                    align: 'right',
                    render: (_, bid) => <Money cents={bid.amount_cents} currency={city.currency} />,
                  },
                ]}
              />
              <h2 className="part-head">{text('content.last_days')}</h2>
              <DataTable<AdRunRow>
                inDrawer
                label={text('content.last_days')}
                rows={runs}
                empty={<p className="muted">{text('content.no_runs')}</p>}
                columns={[
                  { title: text('field.date'), dataIndex: 'run_on' },
                  {
                    title: text('content.winner'),
                    render: (_, run) => (run.store_id ? nameOf(run.store_id) : text('content.empty_slot')),
                  },
                  { title: text('content.bids'), dataIndex: 'bid_count', align: 'right' },
                  {
                    title: text('content.price'),
                    align: 'right',
                    render: (_, run) =>
                      run.price_cents ? <Money cents={run.price_cents} currency={city.currency} /> : '–',
                  },
                ]}
              />
            </>
          )}
        </>
      )}
    </RecordDrawer>
  );
}
