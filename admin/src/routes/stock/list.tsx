import { Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { useStore } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { isLow, isOut, leftOf, stockName } from '../../lib/stock-line.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useStoreStock, type StockLine } from '../../queries/catalog/use-store-stock.ts';
import { StockDrawer } from './stock-drawer.tsx';

type View = 'all' | 'low';

/** What is counted, what runs out, and why. */
export default function StockPage() {
  const text = useText();
  const mayRule = useMay('stock', 'rules');
  const locale = useLocale();
  const { store } = useStore();
  const stock = useStoreStock(store.id);
  const [view, setView] = useState<View>('all');
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const searchBox = useRef<InputRef>(null);
  const rows = stock.data
    ?.map((row) => ({ ...row, label: stockName(row, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  const low = rows?.filter(isLow) ?? [];
  const wanted = search.trim().toLowerCase();
  const shown = (view === 'low' ? low : rows)?.filter((row) => row.label.toLowerCase().includes(wanted));
  return (
    <Page
      title={text('screen.stock')}
      lead={text('stock.lead')}
      actions={
        <>
          <SearchBox label={text('menu.search')} value={search} onChange={setSearch} ref={searchBox} />
          <Segmented<View>
            value={view}
            onChange={setView}
            options={[
              { value: 'all', label: text('stock.all') },
              { value: 'low', label: text('stock.low', { amount: low.length }) },
            ]}
          />
        </>
      }
    >
      <DataTable<StockLine & { label: string }>
        label={text('screen.stock')}
        testId="stock-table"
        rows={shown}
        loading={stock.isPending}
        error={stock.error}
        onRetry={() => void stock.refetch()}
        openId={openId}
        onOpen={(row) => setOpenId(row.id)}
        onSearch={() => searchBox.current?.focus()}
        empty={
          <EmptyState
            title={text(view === 'low' ? 'stock.none_low' : 'stock.none')}
            hint={view === 'low' ? undefined : text('stock.none_hint')}
          />
        }
        columns={[
          {
            title: text('menu.product'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="stock-open">
                {row.label}
              </RowLink>
            ),
          },
          {
            title: text('field.status'),
            render: (_, row) =>
              isOut(row) ? (
                <ToneTag tone="danger">{text('stock.is_out')}</ToneTag>
              ) : isLow(row) ? (
                <ToneTag tone="warning">{text('stock.is_low')}</ToneTag>
              ) : (
                <ToneTag tone="success">{text('stock.is_fine')}</ToneTag>
              ),
          },
          {
            title: text('stock.left'),
            align: 'right',
            className: 'tabular',
            render: (_, row) => leftOf(row),
          },
          {
            title: text('stock.on_hand'),
            align: 'right',
            className: 'tabular',
            dataIndex: 'on_hand_count',
          },
          {
            title: text('stock.reserved'),
            align: 'right',
            className: 'tabular',
            dataIndex: 'reserved_count',
          },
          {
            title: text('stock.warn_at'),
            align: 'right',
            className: 'tabular',
            render: (_, row) => row.low_stock_count ?? '–',
          },
          {
            title: text('stock.daily'),
            align: 'right',
            className: 'tabular',
            render: (_, row) => row.daily_count ?? '–',
          },
        ]}
      />
      <StockDrawer
        storeId={store.id}
        mayRule={mayRule}
        line={rows?.find((row) => row.id === openId)}
        onClose={() => setOpenId(undefined)}
      />
    </Page>
  );
}
