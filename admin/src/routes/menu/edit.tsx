import { ClockCircleOutlined, PlusOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Skeleton, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useStore, useWorkspace } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { allows } from '../../lib/access.ts';
import { useText } from '../../providers/use-text.ts';
import { useDayparts } from '../../queries/catalog/use-dayparts.ts';
import { useMenu, type ProductRow, type SectionRow } from '../../queries/catalog/use-menu.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import { useStoreDetail } from '../../queries/store/use-store-detail.ts';
import { BulkProducts } from './bulk-products.tsx';
import { DaypartsDrawer } from './dayparts-drawer.tsx';
import { ImportDrawer } from './import-drawer.tsx';
import { ProductDrawer } from './product-drawer.tsx';
import { ProductTable } from './product-table.tsx';
import { SectionDrawer } from './section-drawer.tsx';
import { SectionList } from './section-list.tsx';

/** The menu: sections on the left, their products on the right. */
export default function MenuPage() {
  const text = useText();
  const { roles } = useWorkspace();
  const { store, city } = useStore();
  const menu = useMenu(store.id);
  const detail = useStoreDetail(store.id).data;
  const category = useCategories().rows?.find((row) => row.id === detail?.category_id)?.slug ?? 'store';
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [search, setSearch] = useState('');
  const [section, setSection] = useState<SectionRow | 'new' | undefined>(undefined);
  const [product, setProduct] = useState<ProductRow | 'new' | undefined>(undefined);
  const [panel, setPanel] = useState<'dayparts' | 'import' | undefined>(undefined);
  const [chosenIds, setChosenIds] = useState<string[]>([]);
  const dayparts = useDayparts(store.id).data ?? [];
  const searchBox = useRef<InputRef>(null);
  const mayEdit = allows(roles, 'merchant', 'menu', 'edit', store.id);
  const mayCount = allows(roles, 'merchant', 'stock', 'edit', store.id);

  if (menu.error && menu.products === undefined) {
    return <ErrorState error={menu.error} onRetry={() => void menu.refetch()} />;
  }
  if (menu.sections === undefined || menu.products === undefined)
    return <Skeleton active paragraph={{ rows: 10 }} />;
  const { sections, products } = menu;
  const current = sections.find((row) => row.id === chosen) ?? sections[0];
  const wanted = search.trim().toLowerCase();
  const shown = products.filter((row) =>
    wanted === ''
      ? row.section_id === current?.id
      : `${row.name} ${JSON.stringify(row.translations)}`.toLowerCase().includes(wanted),
  );
  const picked = products.filter((row) => chosenIds.includes(row.id));
  return (
    <Page
      title={text('screen.menu')}
      lead={text('menu.lead')}
      actions={
        <>
          <SearchBox label={text('menu.search')} value={search} onChange={setSearch} ref={searchBox} />
          {mayEdit && (
            <>
              <Button
                icon={<ClockCircleOutlined />}
                data-testid="menu-dayparts"
                onClick={() => setPanel('dayparts')}
              >
                {text('dayparts.title')}
              </Button>
              <Button icon={<SwapOutlined />} data-testid="menu-import" onClick={() => setPanel('import')}>
                {text('import.title')}
              </Button>
            </>
          )}
          {mayEdit && sections.length > 0 && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              data-testid="product-new"
              onClick={() => setProduct('new')}
            >
              {text('menu.new_product')}
            </Button>
          )}
        </>
      }
    >
      {picked.length > 0 && (
        <BulkProducts
          products={picked}
          sections={sections}
          currency={city.currency}
          timeZone={city.timezone}
          onDone={() => setChosenIds([])}
        />
      )}
      <div className="menu-editor">
        <SectionList
          sections={sections}
          products={products}
          currentId={wanted === '' ? current?.id : undefined}
          mayEdit={mayEdit}
          onChoose={(id) => {
            setSearch('');
            setChosen(id);
            setChosenIds([]);
          }}
          onEdit={setSection}
        />
        <ProductTable
          storeId={store.id}
          currency={city.currency}
          timeZone={city.timezone}
          category={category}
          products={shown}
          sortable={wanted === ''}
          mayEdit={mayEdit}
          mayCount={mayCount}
          hasSections={sections.length > 0}
          chosenIds={chosenIds}
          onChoose={setChosenIds}
          onOpen={setProduct}
          onSearch={() => searchBox.current?.focus()}
        />
      </div>
      <SectionDrawer
        storeId={store.id}
        section={section}
        dayparts={dayparts}
        nextOrder={(sections.length + 1) * 10}
        onClose={() => setSection(undefined)}
      />
      <ProductDrawer
        storeId={store.id}
        currency={city.currency}
        category={category}
        categoryId={detail?.category_id}
        dayparts={dayparts}
        product={product}
        sections={sections}
        sectionId={current?.id}
        nextOrder={(products.filter((row) => row.section_id === current?.id).length + 1) * 10}
        readOnly={!mayEdit}
        onClose={() => setProduct(undefined)}
      />
      <DaypartsDrawer storeId={store.id} open={panel === 'dayparts'} onClose={() => setPanel(undefined)} />
      <ImportDrawer storeId={store.id} open={panel === 'import'} onClose={() => setPanel(undefined)} />
    </Page>
  );
}
