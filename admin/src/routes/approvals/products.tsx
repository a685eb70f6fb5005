import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Picture } from '../../components/picture.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ProductReviewDrawer } from '../../components/review/product-review-drawer.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import {
  useProductsInReview,
  type ReviewedProduct,
} from '../../queries/onboarding/use-products-in-review.ts';
import { useCityStores } from '../../queries/store/use-city-stores.ts';

/** Products of reviewed categories that stores want to sell. After a decision the next one is open. */
export function Products() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const query = useProductsInReview();
  const stores = useCityStores(city.id).data;
  const categories = useCategories().rows;
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const list = query.data ?? [];
  const open = list.find((row) => row.id === openId);
  const storeOf = (row: ReviewedProduct) => stores?.find((known) => known.id === row.store_id);
  const storeName = (row: ReviewedProduct): string => {
    const store = storeOf(row);
    return store ? localName(store, locale) : '–';
  };
  const category = (row: ReviewedProduct) => {
    const id = row.category_id ?? storeOf(row)?.category_id;
    return categories?.find((known) => known.id === id);
  };
  const next = (): void => {
    const at = list.findIndex((row) => row.id === openId);
    setOpenId((list[at + 1] ?? list[at - 1])?.id);
  };
  return (
    <>
      <DataTable<ReviewedProduct>
        label={text('approvals.products')}
        testId="review-table"
        rows={query.data}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        openId={open?.id}
        onOpen={(row) => setOpenId(row.id)}
        empty={<EmptyState title={text('approvals.no_products')} hint={text('approvals.no_products_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <span className="with-picture">
                <Picture path={row.image_path} name={row.name} category={category(row)?.slug ?? ''} />
                <RowLink onClick={() => setOpenId(row.id)} testId="review-open">
                  {localName(row, locale)}
                </RowLink>
              </span>
            ),
          },
          { title: text('approvals.store'), render: (_, row) => storeName(row) },
          {
            title: text('approvals.category'),
            render: (_, row) => {
              const found = category(row);
              return found ? localName(found, locale) : '–';
            },
          },
          {
            title: text('field.price'),
            align: 'right',
            render: (_, row) => <Money cents={row.price_cents} currency={city.currency} />,
          },
          { title: text('approvals.since'), render: (_, row) => <RelativeTime at={row.updated_at} /> },
        ]}
      />
      <ProductReviewDrawer
        product={open}
        storeName={open ? storeName(open) : ''}
        category={open && category(open)}
        currency={city.currency}
        onDecided={next}
        onClose={() => setOpenId(undefined)}
      />
    </>
  );
}
