import { LayoutOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useNavigate, useParams, useLocation } from 'react-router';
import { useWorkspace } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useTypedLater } from '../../components/engine/use-typed-later.ts';
import { useWords } from '../../components/engine/use-words.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading-page.tsx';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { activeRole } from '../../lib/access.ts';
import { ownStoreFilter } from '../../lib/engine/own-store-filter.ts';
import { rowId } from '../../lib/engine/row-key.ts';
import { screenModel } from '../../lib/engine/screen-model.ts';
import type { AnyRow, Filter, Resource } from '../../lib/engine/types.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useRows } from '../../queries/engine/use-rows.ts';
import { useScreen } from '../../queries/engine/use-screen.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ProblemList } from './problem-list.tsx';
import { RecordPanel } from './record-panel.tsx';
import { useListColumns } from './use-list-columns.tsx';
import { useListState } from './use-list-state.ts';

export type TableRow = AnyRow & { id: string };

/** The list of any resource, with its records in a drawer beside it. */
export function RowsPage({ resource, base }: { resource: Resource; base: string }) {
  const text = useText();
  const words = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { search: query } = useLocation();
  const { id } = useParams();
  const { roles, workspace, store } = useWorkspace();
  const screen = useScreen(resource.name);
  const box = useRef<InputRef>(null);
  const [selected, setSelected] = useState<string[]>([]);
  const role = activeRole(roles, workspace, store?.id);
  const definition = screen.data?.definition ?? null;
  const storeId = workspace === 'merchant' ? store?.id : undefined;
  const model = useMemo(() => {
    const made = screenModel(resource, definition, role);
    // Merchants begin with the store that they chose; what other stores show to everybody is one click away.
    const own = ownStoreFilter(resource, storeId);
    return own === undefined ? made : { ...made, filters: [own, ...made.filters] };
  }, [resource, definition, role, storeId]);
  const state = useListState(model);
  const search = useTypedLater(state.search);
  const label = resource.columns.find((column) => column.name === resource.label_column);
  const isSearchable = label?.kind === 'text' && label.may.select;
  const filters: Filter[] =
    search !== '' && isSearchable
      ? [...state.filters, { column: label.name, operator: 'contains', value: search }]
      : state.filters;
  const chosen = model.views.find(({ key }) => key === state.view)?.columns;
  const fields = chosen
    ? model.fields.filter(({ column }) => chosen.includes(column.name))
    : model.listColumns;
  const rows = useRows(resource, {
    columns: fields.map(({ column }) => column.name),
    filters,
    sort: state.sort,
    pageSize: model.pageSize,
  });
  const list = rows.data?.pages.flat().map((row): TableRow => ({ ...row, id: rowId(resource, row) }));
  const to = (next: string): void => void navigate(`${base}/${resource.name}${next}${query}`);
  const columns = useListColumns({
    fields,
    rows: list ?? [],
    base,
    state,
    onOpen: (row) => to(`/${row.id}`),
  });
  const title = words.resource(resource.name, model.labels);
  const mayAdd = resource.rights.insert !== 'none';
  const isAuthor = useMay('data', 'edit') && workspace === 'ops';
  const hasBulk = resource.rights.delete !== 'none' || model.actions.some((action) => action.is_bulk);
  const broken = screen.data?.problems.filter(({ severity }) => severity === 'error') ?? [];

  if (screen.isError) return <ErrorState error={screen.error} onRetry={() => void screen.refetch()} page />;
  if (screen.data === undefined) return <LoadingPage />;
  return (
    <Page
      title={title}
      lead={words.label(model.help) ?? (locale === 'en' ? (resource.comment ?? undefined) : undefined)}
      actions={
        <>
          <ExportMenu resource={resource} fields={fields} rows={list ?? []} title={title} />
          {isAuthor && (
            <Button
              icon={<LayoutOutlined />}
              data-testid="design-screen"
              onClick={() => void navigate(`${base}/${resource.name}/-/design`)}
            >
              {text('design.open')}
            </Button>
          )}
          {mayAdd && (
            <Button type="primary" icon={<PlusOutlined />} data-testid="new-row" onClick={() => to('/new')}>
              {text('action.add')}
            </Button>
          )}
        </>
      }
    >
      {broken.length > 0 && isAuthor && (
        <Alert
          className="page-alert"
          type="warning"
          showIcon
          title={text('design.screen_broken', { count: broken.length })}
          description={<ProblemList problems={broken} />}
          data-testid="screen-problems"
        />
      )}
      <FilterBar model={model} state={state} searchRef={box} isSearchable={isSearchable} />
      {selected.length > 0 && (
        <BulkBar
          model={model}
          rows={(list ?? []).filter((row) => selected.includes(row.id))}
          onDone={() => setSelected([])}
        />
      )}
      <DataTable<TableRow>
        label={title}
        testId="row-table"
        rows={list}
        loading={rows.isPending || rows.isPlaceholderData}
        error={rows.error}
        onRetry={() => void rows.refetch()}
        onOpen={(row) => to(`/${row.id}`)}
        openId={id === 'new' ? undefined : id}
        onSearch={() => box.current?.focus()}
        columns={columns}
        rowSelection={
          hasBulk
            ? { selectedRowKeys: selected, onChange: (keys) => setSelected(keys.map(String)) }
            : undefined
        }
        onChange={(_pagination, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          if (one?.columnKey === undefined) return;
          state.change({
            sort: one.order
              ? { column: String(one.columnKey), order: one.order === 'descend' ? 'desc' : 'asc' }
              : model.sort,
          });
        }}
        empty={
          <EmptyState
            title={text(filters.length > 0 ? 'data.no_match' : 'data.no_rows')}
            hint={text(
              filters.length > 0 ? 'data.no_match_hint' : mayAdd ? 'data.no_rows_add' : 'data.no_rows_hint',
            )}
          />
        }
        footer={
          rows.hasNextPage && (
            <div className="table-more">
              <Button
                loading={rows.isFetchingNextPage}
                onClick={() => void rows.fetchNextPage()}
                data-testid="more-rows"
              >
                {text('action.more')}
              </Button>
            </div>
          )
        }
      />
      <RecordPanel key={id ?? ''} model={model} id={id} base={base} onClose={() => to('')} title={title} />
    </Page>
  );
}
