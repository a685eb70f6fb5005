import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { localName } from '../../lib/local-name.ts';
import { useLocale } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';

type Item = OrderPage['items'][number];
type Props = {
  items: readonly Item[];
  /** What the number counts, before it. */
  prefix: string;
  labelOf: (name: string) => string;
  countOf: (item: Item) => number;
  onChange: (item: Item, count: number) => void;
  /** What else can be chosen for a line. */
  extra?: (item: Item) => ReactNode;
};

/** The lines of an order, each with a number of its pieces to choose. */
export function PieceLines({ items, prefix, labelOf, countOf, onChange, extra }: Props) {
  const locale = useLocale();
  return (
    <ul className="edit-lines">
      {items.map((item) => (
        <li key={item.id}>
          <span>
            <strong>{localName(item, locale)}</strong>
            <span className="muted"> ×{item.quantity}</span>
          </span>
          <InputNumber
            min={0}
            max={item.quantity}
            precision={0}
            prefix={prefix}
            value={countOf(item)}
            aria-label={labelOf(localName(item, locale))}
            data-testid="line-pieces"
            onChange={(count) => onChange(item, count ?? 0)}
          />
          {extra?.(item)}
        </li>
      ))}
    </ul>
  );
}
