import { Button, InputNumber, Popover, Space } from 'antd';
import { useState } from 'react';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ProductRow } from '../../queries/catalog/use-menu.ts';
import { useSetStock } from '../../queries/catalog/use-set-stock.ts';
import type { StockRow } from '../../queries/catalog/use-stock.ts';

type Props = { storeId: string; product: ProductRow; stock: StockRow | undefined; readOnly: boolean };

/** What is left to sell, changed in place; a product that is not counted sells without limit. */
export function StockCell({ storeId, product, stock, readOnly }: Props) {
  const text = useText();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [count, setCount] = useState<number | null>(null);
  const { mutate, isPending } = useSetStock(storeId);
  const left = stock && stock.on_hand_count - stock.reserved_count;
  const label = left === undefined ? text('menu.uncounted') : text('menu.left', { amount: left });
  if (readOnly) return <span className="tabular">{label}</span>;
  const set = (value: number | null): void =>
    mutate({ productId: product.id, count: value }, { onSuccess: () => setOpen(false) });
  return (
    <Popover
      open={open}
      trigger="click"
      placement="left"
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setCount(stock?.on_hand_count ?? null);
      }}
      content={
        <Space orientation="vertical">
          <label htmlFor={`stock-${product.id}`}>{text('menu.on_hand')}</label>
          <Space.Compact>
            <InputNumber
              id={`stock-${product.id}`}
              min={stock?.reserved_count ?? 0}
              max={1_000_000}
              precision={0}
              value={count}
              autoFocus
              data-testid="stock-input"
              onChange={setCount}
              onPressEnter={() => count !== null && set(count)}
            />
            <Button
              type="primary"
              loading={isPending}
              disabled={count === null}
              data-testid="stock-save"
              onClick={() => set(count)}
            >
              {text('action.save')}
            </Button>
          </Space.Compact>
          {stock !== undefined && (
            <>
              <span className="muted">{text('menu.reserved', { amount: stock.reserved_count })}</span>
              <Button type="link" size="small" className="row-link" onClick={() => set(null)}>
                {text('menu.stop_counting')}
              </Button>
            </>
          )}
        </Space>
      }
    >
      <Button
        type="text"
        size="small"
        danger={left !== undefined && left <= 0}
        className="tabular"
        aria-label={text('menu.stock_named', { name: localName(product, locale), stock: label })}
        data-testid="product-stock"
      >
        {label}
      </Button>
    </Popover>
  );
}
