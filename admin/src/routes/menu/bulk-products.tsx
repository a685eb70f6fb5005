import { App, Button, Dropdown, Select, Space } from 'antd';
import { useState } from 'react';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { changedPrice, type PriceChange } from '../../lib/bulk-prices.ts';
import { localName } from '../../lib/local-name.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useBulkProducts, type ProductWrite } from '../../queries/catalog/use-bulk-products.ts';
import type { ProductRow, SectionRow } from '../../queries/catalog/use-menu.ts';
import { PriceModal } from './price-modal.tsx';

type Props = {
  products: readonly ProductRow[];
  sections: readonly SectionRow[];
  currency: string;
  timeZone: string;
  onDone: () => void;
};

/** What can be done to the chosen products at once; every change can be undone. */
export function BulkProducts({ products, sections, currency, timeZone, onDone }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const bulk = useBulkProducts();
  const [asksPrice, setAsksPrice] = useState(false);

  const undo = async (writes: readonly ProductWrite[]): Promise<void> => {
    message.destroy();
    await bulk.mutateAsync(writes).catch((error: unknown) => void message.error(errorText(error)));
  };
  const apply = async (change: (row: ProductRow) => ProductWrite['values']): Promise<void> => {
    const writes = products.map((row) => ({ id: row.id, values: change(row) }));
    const before = products.map((row) => ({
      id: row.id,
      values: Object.fromEntries(
        Object.keys(change(row)).map((key) => [key, row[key as keyof ProductRow]]),
      ) as ProductWrite['values'],
    }));
    try {
      await bulk.mutateAsync(writes);
    } catch (error) {
      void message.error(errorText(error));
      return;
    }
    onDone();
    void message.success({
      duration: 8,
      content: (
        <>
          {text('bulk.done', { amount: writes.length })}{' '}
          <Button type="link" size="small" data-testid="bulk-undo" onClick={() => void undo(before)}>
            {text('bulk.undo')}
          </Button>
        </>
      ),
    });
  };
  const reprice = (change: PriceChange): Promise<void> =>
    apply((row) => {
      const price = changedPrice(row.price_cents, change);
      return {
        price_cents: price,
        // A struck price must stay above the price.
        ...(row.original_price_cents !== null && row.original_price_cents <= price
          ? { original_price_cents: null }
          : {}),
      };
    });
  const tomorrow = (): string => startOfDay(addDays(dayIn(new Date(), timeZone), 1), timeZone).toISOString();
  return (
    <div className="bulk-bar" role="region" aria-label={text('data.chosen', { count: products.length })}>
      <span>{text('data.chosen', { count: products.length })}</span>
      <Space wrap>
        <Button loading={bulk.isPending} data-testid="bulk-price" onClick={() => setAsksPrice(true)}>
          {text('bulk.price')}
        </Button>
        <Select<string>
          className="bulk-section"
          value={null}
          placeholder={text('bulk.section')}
          aria-label={text('bulk.section')}
          options={sections.map((row) => ({ value: row.id, label: localName(row, locale) }))}
          onChange={(section_id) => void apply(() => ({ section_id }))}
        />
        <Button data-testid="bulk-on" onClick={() => void apply(() => ({ is_available: true }))}>
          {text('bulk.on')}
        </Button>
        <Button data-testid="bulk-off" onClick={() => void apply(() => ({ is_available: false }))}>
          {text('bulk.off')}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'out', label: text('menu.sold_out_today') },
              { key: 'back', label: text('menu.back') },
            ],
            onClick: ({ key }) => void apply(() => ({ sold_out_until: key === 'out' ? tomorrow() : null })),
          }}
        >
          <Button data-testid="bulk-sold-out">{text('menu.sold_out')}</Button>
        </Dropdown>
        <Button type="text" onClick={onDone}>
          {text('action.cancel')}
        </Button>
      </Space>
      <PriceModal
        open={asksPrice}
        products={products}
        currency={currency}
        onConfirm={reprice}
        onClose={() => setAsksPrice(false)}
      />
    </div>
  );
}
