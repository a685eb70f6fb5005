import { InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { Money } from '../../components/money.tsx';
import { MoneyInput } from '../../components/money-input.tsx';
import { changedPrice, type PriceChange } from '../../lib/bulk-prices.ts';
import { localName } from '../../lib/local-name.ts';
import { testId } from '../../lib/test-id.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ProductRow } from '../../queries/catalog/use-menu.ts';

type Props = {
  open: boolean;
  products: readonly ProductRow[];
  currency: string;
  onConfirm: (change: PriceChange) => Promise<void>;
  onClose: () => void;
};

const ways = ['percent', 'amount', 'fixed'] as const;
const shownCount = 8;

/** Changes many prices at once, with every new price in sight before it counts. */
export function PriceModal({ open, products, currency, onConfirm, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const [way, setWay] = useState<PriceChange['way']>('percent');
  const [value, setValue] = useState<number | null>(null);
  const [sign, setSign] = useState<1 | -1>(1);
  const [busy, setBusy] = useState(false);
  const change: PriceChange | undefined =
    value === null ? undefined : { way, value: way === 'fixed' ? value : value * sign };
  const confirm = async (): Promise<void> => {
    if (change === undefined) return;
    setBusy(true);
    await onConfirm(change);
    setBusy(false);
    onClose();
  };
  return (
    <Modal
      open={open}
      title={text('bulk.price')}
      okText={text('bulk.price_confirm', { amount: products.length })}
      okButtonProps={{ disabled: change === undefined, loading: busy, ...testId('price-confirm') }}
      onOk={() => void confirm()}
      onCancel={onClose}
      width={480}
    >
      <div className="import-tools">
        <Segmented
          value={way}
          onChange={(next) => {
            setWay(next);
            setValue(null);
          }}
          options={ways.map((name) => ({ value: name, label: text(`bulk.way_${name}`) }))}
        />
        {way !== 'fixed' && (
          <Segmented
            value={sign}
            onChange={setSign}
            options={[
              { value: 1 as const, label: text('bulk.more') },
              { value: -1 as const, label: text('bulk.less') },
            ]}
          />
        )}
        {way === 'percent' ? (
          <InputNumber
            min={0}
            max={way === 'percent' ? 500 : undefined}
            suffix="%"
            value={value}
            aria-label={text(`bulk.way_${way}`)}
            data-testid="price-value"
            onChange={setValue}
          />
        ) : (
          <MoneyInput
            key={way}
            currency={currency}
            value={value}
            aria-label={text(`bulk.way_${way}`)}
            onChange={setValue}
          />
        )}
      </div>
      <ul className="plain-list">
        {products.slice(0, shownCount).map((row) => (
          <li key={row.id}>
            <span>{localName(row, locale)}</span>
            <span className="push">
              <Money cents={row.price_cents} currency={currency} />
              {change && (
                <>
                  {' → '}
                  <Money cents={changedPrice(row.price_cents, change)} currency={currency} strong />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {products.length > shownCount && (
        <p className="muted">{text('bulk.and_more', { amount: products.length - shownCount })}</p>
      )}
    </Modal>
  );
}
