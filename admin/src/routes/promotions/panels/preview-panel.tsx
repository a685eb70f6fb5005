import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { DatetimeField } from '../../../components/engine/datetime-field.tsx';
import { useTypedLater } from '../../../components/engine/use-typed-later.ts';
import { MoneyInput } from '../../../components/money-input.tsx';
import { localName } from '../../../lib/local-name.ts';
import { useErrorText } from '../../../providers/use-error-text.ts';
import { useLocale, useText } from '../../../providers/use-text.ts';
import { usePromotionPreview, type CartItem } from '../../../queries/promotion/use-promotion-preview.ts';
import { useSampleMenu, type SampleProduct } from '../../../queries/promotion/use-sample-menu.ts';
import { useCityStores } from '../../../queries/store/use-city-stores.ts';
import { draftArgument } from '../draft-argument.ts';
import type { PanelProps } from '../side-panels.tsx';
import { ConditionCheck } from './condition-check.tsx';
import { ExplanationList } from './explanation-list.tsx';

type Line = { productId: string; quantity: number };

/** A product with the choices that it cannot go without. */
function itemOf({ productId, quantity }: Line, menu: readonly SampleProduct[]): CartItem {
  const product = menu.find(({ id }) => id === productId);
  const modifier_ids = (product?.modifier_groups ?? []).flatMap(({ min_count, modifiers }) =>
    modifiers
      .filter(({ is_available }) => is_available)
      .sort((a, b) => a.sort_order - b.sort_order)
      .slice(0, min_count)
      .map(({ id }) => id),
  );
  return { product_id: productId, quantity, modifier_ids };
}

/** Tries the promotion on a cart, before it is saved: what it takes off, and why each other one does or does not apply. */
export function PreviewPanel({ scope, row, draft, tree, facts, isRight }: PanelProps) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { city } = scope;
  const stores = useCityStores(city.id).data ?? [];
  const fixedStore = scope.storeId ?? draft.store_id ?? undefined;
  const [chosenStore, setStore] = useState<string | undefined>(undefined);
  const storeId = fixedStore ?? chosenStore ?? stores[0]?.id;
  const menu = useSampleMenu(storeId).data ?? [];
  const [typed, setLines] = useState<{ storeId?: string; lines: Line[] }>({ lines: [] });
  const [at, setAt] = useState(() => new Date().toISOString());
  const [fulfillment, setFulfillment] = useState<'delivery' | 'pickup'>('delivery');
  const [fee, setFee] = useState<number | null>(500);
  // A cart belongs to a menu; a new store begins with its first goods.
  const lines =
    typed.storeId === storeId
      ? typed.lines
      : menu.slice(0, 2).map(({ id }, index) => ({ productId: id, quantity: 2 - index }));
  const write = (next: Line[]): void => setLines({ storeId, lines: next });
  const argument = useTypedLater(
    useMemo(
      () => JSON.stringify(draftArgument(draft, city.id, row, text(`promotion_kind.${draft.kind}`))),
      [draft, city.id, row, text],
    ),
  );
  const preview = usePromotionPreview(
    storeId === undefined || menu.length === 0
      ? undefined
      : { storeId, items: lines.map((line) => itemOf(line, menu)), at, fulfillment, deliveryFee: fee ?? 0 },
    isRight ? (JSON.parse(argument) as object) : undefined,
  );
  const { data, error } = preview;
  return (
    <div className="panel" data-testid="promotion-preview">
      {fixedStore === undefined && (
        <label className="panel-field">
          {text('order.store')}
          <Select
            className="fill"
            aria-label={text('order.store')}
            showSearch={{ optionFilterProp: 'label' }}
            value={storeId}
            options={stores.map((store) => ({ value: store.id, label: localName(store, locale) }))}
            onChange={setStore}
          />
        </label>
      )}
      <ul className="bare-list">
        {lines.map((line, place) => (
          <li key={place} className="cart-line">
            <Select
              className="fill"
              aria-label={text('preview.item')}
              showSearch={{ optionFilterProp: 'label' }}
              value={line.productId}
              options={menu.map((product) => ({ value: product.id, label: localName(product, locale) }))}
              onChange={(productId) =>
                write(lines.map((one, index) => (index === place ? { ...one, productId } : one)))
              }
            />
            <InputNumber
              min={1}
              max={99}
              precision={0}
              aria-label={text('preview.quantity')}
              value={line.quantity}
              onChange={(quantity) =>
                write(
                  lines.map((one, index) => (index === place ? { ...one, quantity: quantity ?? 1 } : one)),
                )
              }
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={text('preview.remove_item')}
              onClick={() => write(lines.filter((_, index) => index !== place))}
            />
          </li>
        ))}
      </ul>
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined />}
        disabled={menu.length === 0}
        onClick={() => write([...lines, { productId: menu[0]?.id ?? '', quantity: 1 }])}
      >
        {text('preview.add_item')}
      </Button>
      <div className="panel-row">
        <Segmented
          aria-label={text('preview.fulfillment')}
          value={fulfillment}
          options={(['delivery', 'pickup'] as const).map((value) => ({
            value,
            label: text(`fulfillment_type.${value}`),
          }))}
          onChange={setFulfillment}
        />
        {fulfillment === 'delivery' && (
          <label className="panel-field">
            {text('order.delivery_fee')}
            <MoneyInput currency={city.currency} value={fee} onChange={setFee} />
          </label>
        )}
        <label className="panel-field">
          {text('preview.at')}
          <DatetimeField timeZone={city.timezone} value={at} onChange={(next) => next && setAt(next)} />
        </label>
      </div>
      {!isRight && <p className="muted">{text('preview.incomplete')}</p>}
      {isRight && error && (
        <p className="field-fault" role="alert">
          {errorText(error)}
        </p>
      )}
      {isRight && data && !error && (
        <>
          <ExplanationList preview={data} name={draft.name} currency={city.currency} />
          {tree.parts.length > 0 && (
            <ConditionCheck tree={tree} facts={facts} data={data.data} currency={city.currency} />
          )}
        </>
      )}
    </div>
  );
}
