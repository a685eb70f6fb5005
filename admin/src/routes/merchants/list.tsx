import { PlusOutlined } from '@ant-design/icons';
import type { Tables } from '@linli/database';
import { useTable } from '@refinedev/antd';
import { Button, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { MerchantTag } from './merchant-tag.tsx';
import { MerchantDrawer } from './merchant-drawer.tsx';

export type MerchantRow = Tables<'merchants'>;

/** The legal parties that sell and get settled. */
export default function MerchantsPage() {
  const text = useText();
  const may = useMay('merchants', 'edit');
  const searchBox = useRef<InputRef>(null);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<'new' | undefined>(undefined);
  const navigate = useNavigate();
  const show = (row: MerchantRow): void => void navigate(`/merchants/${row.id}`);
  const { tableProps, tableQuery, setFilters, setCurrentPage } = useTable<MerchantRow>({
    resource: 'merchants',
    syncWithLocation: false,
    pagination: { pageSize: 50 },
    sorters: {
      initial: [{ field: 'name', order: 'asc' }],
      permanent: [{ field: 'id', order: 'asc' }],
    },
  });
  return (
    <Page
      title={text('screen.merchants')}
      lead={text('merchants.lead')}
      actions={
        may && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="merchant-new"
            onClick={() => setOpen('new')}
          >
            {text('merchants.new')}
          </Button>
        )
      }
    >
      <div className="filters">
        <SearchBox
          label={text('merchants.search')}
          value={search}
          ref={searchBox}
          onChange={(value) => {
            setSearch(value);
            setCurrentPage(1);
            setFilters([{ field: 'name', operator: 'contains', value: value.trim() || undefined }]);
          }}
        />
      </div>
      <DataTable<MerchantRow>
        label={text('screen.merchants')}
        testId="merchant-table"
        rows={tableQuery.data?.data}
        loading={tableQuery.isFetching}
        error={tableQuery.error}
        onRetry={() => void tableQuery.refetch()}
        onOpen={show}
        onSearch={() => searchBox.current?.focus()}
        onChange={tableProps.onChange}
        pagination={pagination(tableProps.pagination)}
        empty={<EmptyState title={text('merchants.none')} hint={text('merchants.none_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <RowLink onClick={() => show(row)} testId="merchant-open">
                {row.name}
              </RowLink>
            ),
          },
          { title: text('merchants.legal_name'), dataIndex: 'legal_name' },
          {
            title: text('field.status'),
            render: (_, row) => <MerchantTag status={row.status} />,
          },
          { title: text('field.since'), render: (_, row) => <RelativeTime at={row.created_at} /> },
        ]}
      />
      <MerchantDrawer merchant={open} onClose={() => setOpen(undefined)} />
    </Page>
  );
}

function pagination(props: ReturnType<typeof useTable>['tableProps']['pagination']) {
  return props && { ...props, itemRender: undefined, showSizeChanger: false, hideOnSinglePage: true };
}
