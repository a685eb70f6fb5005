import { newKey } from '@linli/database';
import { Alert, Form, Input } from 'antd';
import { Money } from '../../components/money.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useAdBid } from '../../queries/content/use-ad-bid.ts';
import type { AdSlotRow } from '../../queries/content/use-ads.ts';

type Values = {
  cents: number | null;
  from: string;
  to: string;
  /** One intent a time the drawer is opened. */ key: string;
};
type Props = {
  city: CityRow;
  storeId: string;
  slot: AdSlotRow | undefined;
  /** The city's local date. */
  today: string;
  onClose: () => void;
};

/** Says the most that a day in a slot is worth to the store, and for which days. */
export function BidDrawer({ city, storeId, slot, today, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const { mutateAsync } = useAdBid();
  const slotId = slot?.id;
  const initial: Partial<Values> = {
    cents: slot?.floor_cents,
    from: today,
    to: today,
    key: newKey(),
  };
  return (
    <RecordDrawer<Values>
      open={slot !== undefined}
      title={slot ? text('ads.bid_for', { name: localName(slot, locale) }) : ''}
      initialValues={initial}
      onClose={onClose}
      onSubmit={({ cents, from, to, key }) =>
        mutateAsync({
          command: 'place',
          slotId: slotId ?? '',
          storeId,
          cents: cents ?? 0,
          from,
          to,
          key: `${key}:${cents}:${from}:${to}`,
        })
      }
      testId="bid-drawer"
    >
      {(form) => (
        <>
          <Alert type="info" showIcon title={text('ads.how')} />
          <Form.Item
            name="cents"
            label={text('ads.at_most')}
            extra={
              <>
                {text('content.floor')} <Money cents={slot?.floor_cents ?? 0} currency={city.currency} />
              </>
            }
            rules={[
              { required: true, type: 'number', min: slot?.floor_cents, message: text('ads.below_floor') },
            ]}
          >
            <MoneyInput currency={city.currency} data-testid="field-bid" />
          </Form.Item>
          <div className="pair">
            <Form.Item
              name="from"
              label={text('ads.from')}
              rules={[{ required: true, message: text('form.required') }]}
            >
              <Input type="date" min={today} data-testid="field-from" />
            </Form.Item>
            <Form.Item
              name="to"
              label={text('ads.to')}
              dependencies={['from']}
              rules={[
                {
                  validator: (_rule, value: string | undefined) =>
                    value && value >= (form.getFieldValue('from') as string)
                      ? Promise.resolve()
                      : Promise.reject(new Error(text('promotions.ends_before'))),
                },
              ]}
            >
              <Input type="date" min={today} data-testid="field-to" />
            </Form.Item>
          </div>
        </>
      )}
    </RecordDrawer>
  );
}
