import { Table, type TableProps } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { useText } from '../providers/use-text.ts';
import { useListKeys } from './use-list-keys.ts';

type Props<Row extends { id: string }> = {
  /** What the table lists, for screen readers. */
  label: string;
  rows: readonly Row[] | undefined;
  columns: TableProps<Row>['columns'];
  loading?: boolean;
  error?: unknown;
  onRetry?: () => void;
  empty: ReactNode;
  /** Opens a row: by click, Enter or O. */
  onOpen?: (row: Row) => void;
  /** The row whose detail is open; J and K then move the detail along. */
  openId?: string;
  onSearch?: () => void;
  pagination?: TableProps<Row>['pagination'];
  footer?: ReactNode;
  summary?: TableProps<Row>['summary'];
  testId?: string;
  /** Scrolls inside a drawer, not with the page. */
  inDrawer?: boolean;
  /** Lets rows be dragged to a new place. */
  onDrop?: (from: number, to: number) => void;
} & Pick<TableProps<Row>, 'expandable' | 'onChange' | 'rowSelection'>;

/** The bar at the top of the page, under which a table's header stays. */
const headerHeight = 52;

/** The list block of the back office: dense, header always in view, keyboard-driven, honest about its state. */
export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const { label, rows, columns, loading, error, onRetry, empty, onOpen, openId, onSearch, onDrop } = props;
  const text = useText();
  const [activeId, setActiveId] = useState<string | undefined>(undefined);
  const dragged = useRef<number | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const list = rows ?? [];
  const active = list.findIndex((row) => row.id === (openId ?? activeId));

  const open = (row: Row): void => {
    setActiveId(row.id);
    onOpen?.(row);
  };
  const move = (index: number): void => {
    const row = list[index];
    if (row === undefined) return;
    setActiveId(row.id);
    if (openId !== undefined) onOpen?.(row);
    box.current
      ?.querySelector(`[data-row-key="${CSS.escape(row.id)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  };
  useListKeys({
    count: list.length,
    active,
    onMove: move,
    onOpen: (index) => list[index] && open(list[index]),
    onSearch,
  });

  if (error && rows === undefined) return <ErrorState error={error} onRetry={() => onRetry?.()} />;
  return (
    <div ref={box} className="data-table" role="region" aria-label={label} data-testid={props.testId}>
      <Table<Row>
        size="small"
        rowKey="id"
        dataSource={[...list]}
        columns={columns}
        loading={{ spinning: loading ?? false, delay: 200 }}
        pagination={props.pagination ?? false}
        locale={{ emptyText: loading ? <div className="table-wait" /> : empty }}
        scroll={{ x: 'max-content' }}
        sticky={{ offsetHeader: props.inDrawer ? 0 : headerHeight }}
        expandable={props.expandable}
        rowSelection={
          props.rowSelection && {
            getTitleCheckboxProps: () => ({ 'aria-label': text('table.choose_all') }),
            ...props.rowSelection,
          }
        }
        onChange={props.onChange}
        summary={props.summary}
        rowClassName={(_row, index) => (index === active ? 'row-active' : '')}
        onRow={(row, index = 0) => ({
          className: onOpen ? 'row-opens' : undefined,
          onClick: (event) => {
            const inner = (event.target as HTMLElement).closest('button, a, input, label, [role="switch"]');
            if (onOpen && inner === null && window.getSelection()?.isCollapsed !== false) open(row);
          },
          ...(onDrop && {
            draggable: true,
            onDragStart: () => (dragged.current = index),
            onDragOver: (event) => event.preventDefault(),
            onDrop: (event) => {
              event.preventDefault();
              if (dragged.current !== undefined && dragged.current !== index) onDrop(dragged.current, index);
            },
          }),
        })}
      />
      {props.footer}
    </div>
  );
}
