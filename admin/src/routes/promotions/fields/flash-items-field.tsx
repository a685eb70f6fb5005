import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { MoneyInput } from '../../../components/money-input.tsx';
import type { FlashItem } from '../../../lib/promotion/draft.ts';
import { useText } from '../../../providers/use-text.ts';
import { RowPicker } from './row-picker.tsx';

type Props = {
  currency: string;
  storeId?: string;
  value: FlashItem[];
  onChange: (next: FlashItem[]) => void;
};

/** Goods of a flash sale, each with its price and how many there are of it. */
export function FlashItemsField({ currency, storeId, value, onChange }: Props) {
  const text = useText();
  const change = (place: number, part: FlashItem): void =>
    onChange(value.map((item, index) => (index === place ? { ...item, ...part } : item)));
  return (
    <div className="flash-items">
      {value.map((item, place) => (
        <div key={place} className="flash-item" data-testid="flash-item">
          <RowPicker
            table="products"
            label={text('effect.item')}
            storeId={storeId}
            value={item.product_id ?? null}
            onChange={(next) => change(place, { product_id: typeof next === 'string' ? next : undefined })}
          />
          <MoneyInput
            currency={currency}
            aria-label={text('effect.item_price')}
            placeholder={text('effect.item_price')}
            value={item.price_cents}
            onChange={(price_cents) => change(place, { price_cents })}
          />
          <InputNumber
            className="fill"
            min={1}
            precision={0}
            aria-label={text('effect.item_stock')}
            placeholder={text('effect.item_stock')}
            value={item.stock_count}
            onChange={(stock_count) => change(place, { stock_count })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            disabled={value.length === 1}
            aria-label={text('effect.item_remove')}
            onClick={() => onChange(value.filter((_, index) => index !== place))}
          />
        </div>
      ))}
      <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={() => onChange([...value, {}])}>
        {text('effect.item_add')}
      </Button>
    </div>
  );
}
