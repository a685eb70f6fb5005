import { HolderOutlined } from '@ant-design/icons';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { Picture } from '../../components/picture.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useSaveOrder } from '../../components/use-save-order.ts';
import { localName } from '../../lib/local-name.ts';
import { reorder } from '../../lib/reorder.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ProductRow } from '../../queries/catalog/use-menu.ts';
import { useStock } from '../../queries/catalog/use-stock.ts';
import { ReviewMark } from './review-mark.tsx';
import { SoldOutCell } from './sold-out-cell.tsx';
import { StockCell } from './stock-cell.tsx';

type Props = {
  storeId: string;
  currency: string;
  timeZone: string;
  category: string;
  products: readonly ProductRow[];
  sortable: boolean;
  mayEdit: boolean;
  mayCount: boolean;
  hasSections: boolean;
  chosenIds: readonly string[];
  onChoose: (ids: string[]) => void;
  onOpen: (product: ProductRow) => void;
  onSearch: () => void;
};

/** The products of a section, with what changes daily (on sale, sold out, stock) right in the row. */
export function ProductTable(props: Props) {
  const { storeId, currency, timeZone, category, products, sortable, mayEdit, mayCount } = props;
  const text = useText();
  const locale = useLocale();
  const saveOrder = useSaveOrder('products');
  const stock = useStock(
    storeId,
    products.map((product) => product.id),
  ).data;
  const mayMove = mayEdit && sortable;
  const move = (from: number, to: number): void => void saveOrder(reorder(products, from, to));
  return (
    <DataTable<ProductRow>
      label={text('menu.products')}
      testId="product-table"
      rows={products}
      onOpen={props.onOpen}
      onSearch={props.onSearch}
      onDrop={mayMove ? move : undefined}
      rowSelection={
        mayEdit
          ? {
              selectedRowKeys: [...props.chosenIds],
              onChange: (keys) => props.onChoose(keys.map(String)),
              getCheckboxProps: (row) => ({
                'aria-label': text('menu.choose_named', { name: localName(row, locale) }),
              }),
            }
          : undefined
      }
      empty={
        sortable ? (
          <EmptyState
            title={text('menu.no_products')}
            hint={text(props.hasSections ? 'menu.no_products_hint' : 'menu.no_sections_hint')}
          />
        ) : (
          <EmptyState title={text('state.no_match')} />
        )
      }
      columns={[
        ...(mayMove
          ? [
              {
                title: <span className="visually-hidden">{text('menu.order')}</span>,
                width: 84,
                render: (_: unknown, row: ProductRow, index: number) => (
                  <span className="move-cell">
                    <HolderOutlined aria-hidden className="drag-mark" />
                    <MoveButtons
                      name={row.name}
                      index={index}
                      count={products.length}
                      onMove={(to) => move(index, to)}
                    />
                  </span>
                ),
              },
            ]
          : []),
        {
          title: text('menu.product'),
          render: (_, row) => (
            <span className="product-cell">
              <Picture path={row.image_path} name={row.name} category={category} />
              <span>
                <RowLink onClick={() => props.onOpen(row)} testId="product-open">
                  {localName(row, locale)}
                </RowLink>
                <span className="muted clip">{row.description}</span>
                <ReviewMark product={row} readOnly={!mayEdit} />
              </span>
            </span>
          ),
        },
        {
          title: text('field.price'),
          align: 'right',
          width: 130,
          render: (_, row) => (
            <span data-testid="product-price">
              {row.original_price_cents !== null && (
                <s className="muted">
                  <Money cents={row.original_price_cents} currency={currency} />
                </s>
              )}{' '}
              <Money cents={row.price_cents} currency={currency} />
            </span>
          ),
        },
        {
          title: text('menu.stock'),
          align: 'right',
          width: 120,
          render: (_, row) => (
            <StockCell storeId={storeId} product={row} stock={stock?.get(row.id)} readOnly={!mayCount} />
          ),
        },
        {
          title: text('menu.sold_out'),
          width: 130,
          render: (_, row) => <SoldOutCell product={row} timeZone={timeZone} readOnly={!mayEdit} />,
        },
        {
          title: text('menu.on_sale'),
          width: 76,
          align: 'center',
          render: (_, row) => (
            <SwitchCell
              resource="products"
              id={row.id}
              field="is_available"
              checked={row.is_available}
              disabled={!mayEdit}
              label={text('menu.on_sale_named', { name: localName(row, locale) })}
              testId="product-available"
            />
          ),
        },
      ]}
    />
  );
}
