import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';
import { StarFilled } from '@ant-design/icons';
import type { InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { Picture } from '../../components/picture.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import { usePartyNames } from '../../queries/ledger/use-party-names.ts';

type StoreRow = Omit<Tables<'stores'>, 'location' | 'delivery_area'>;

/** The stores of the city; publishing takes one on or off the storefront. */
export default function StoresPage() {
  const text = useText();
  const may = useMay('stores', 'edit');
  const locale = useLocale();
  const now = useNow();
  const { id: cityId, currency } = useCity();
  const searchBox = useRef<InputRef>(null);
  const [search, setSearch] = useState('');
  const merchants = usePartyNames().data;
  const categories = useCategories().rows;
  const { query } = useList<StoreRow>({
    resource: 'stores',
    filters: [{ field: 'city_id', operator: 'eq', value: cityId }],
    sorters: [{ field: 'name', order: 'asc' }],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  const wanted = search.trim().toLowerCase();
  const rows = query.data?.data.filter((row) =>
    `${row.name} ${JSON.stringify(row.translations)} ${merchants?.get(row.merchant_id) ?? ''}`
      .toLowerCase()
      .includes(wanted),
  );
  const categoryOf = (row: StoreRow) => categories?.find((category) => category.id === row.category_id);
  return (
    <Page title={text('screen.stores')} lead={text('stores.lead')}>
      <div className="filters">
        <SearchBox label={text('stores.search')} value={search} onChange={setSearch} ref={searchBox} />
      </div>
      <DataTable<StoreRow>
        label={text('screen.stores')}
        testId="store-table"
        rows={rows}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        onSearch={() => searchBox.current?.focus()}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        empty={<EmptyState title={text(wanted === '' ? 'stores.none' : 'state.no_match')} />}
        columns={[
          {
            title: text('field.name'),
            sorter: (a, b) => localName(a, locale).localeCompare(localName(b, locale), locale),
            render: (_, row) => (
              <span className="product-cell">
                <Picture
                  path={row.image_path}
                  name={row.name}
                  category={categoryOf(row)?.slug ?? 'store'}
                  kind="store"
                  size={36}
                />
                <span>
                  <strong>{localName(row, locale)}</strong>
                  <span className="muted clip">{row.street}</span>
                </span>
              </span>
            ),
          },
          {
            title: text('stores.category'),
            render: (_, row) => {
              const category = categoryOf(row);
              return category && localName(category, locale);
            },
          },
          { title: text('statement.party'), render: (_, row) => merchants?.get(row.merchant_id) },
          {
            title: text('stores.rating'),
            sorter: (a, b) => (a.rating_average ?? 0) - (b.rating_average ?? 0),
            render: (_, row) =>
              row.rating_average === null ? (
                '–'
              ) : (
                <span className="rating">
                  <StarFilled aria-hidden className="star" /> {row.rating_average}
                </span>
              ),
          },
          {
            title: text('stores.monthly'),
            align: 'right',
            dataIndex: 'monthly_sales_count',
            sorter: (a, b) => a.monthly_sales_count - b.monthly_sales_count,
          },
          {
            title: text('field.minimum_order'),
            align: 'right',
            render: (_, row) => <Money cents={row.minimum_order_cents} currency={currency} />,
          },
          {
            title: text('field.status'),
            render: (_, row) =>
              row.closed_until !== null && Date.parse(row.closed_until) > now ? (
                <ToneTag tone="warning">{text('closing.closed')}</ToneTag>
              ) : null,
          },
          {
            title: text('stores.published'),
            align: 'center',
            render: (_, row) => (
              <SwitchCell
                resource="stores"
                id={row.id}
                field="is_published"
                checked={row.is_published}
                disabled={!may}
                label={text('stores.published_named', { name: localName(row, locale) })}
                testId="store-published"
              />
            ),
          },
        ]}
      />
    </Page>
  );
}
