import type { TableProps } from 'antd';
import { ValueCell } from '../../components/engine/value-cell.tsx';
import { useReferenceLabels } from '../../components/engine/use-reference-labels.ts';
import { useWords } from '../../components/engine/use-words.ts';
import { RowLink } from '../../components/row-link.tsx';
import type { Field } from '../../lib/engine/screen-model.ts';
import type { TableRow } from './rows-page.tsx';
import type { ListState } from './use-list-state.ts';

type Options = {
  fields: readonly Field[];
  rows: readonly TableRow[];
  base: string;
  state: ListState | undefined;
  onOpen: (row: TableRow) => void;
};

const right = new Set(['money', 'percent', 'duration', 'distance', 'number']);

/** The columns of a list: the first opens the row, numbers stand right, what can be sorted can be clicked. */
export function useListColumns({
  fields,
  rows,
  base,
  state,
  onOpen,
}: Options): TableProps<TableRow>['columns'] {
  const words = useWords();
  const labels = useReferenceLabels(fields, rows);
  return fields.map((field, index) => {
    const { name, kind } = field.column;
    const cell = (row: TableRow) => (
      <ValueCell field={field} row={row} labels={labels[name]} base={base} inList />
    );
    return {
      key: name,
      title: words.column(name, field.labels),
      align: right.has(field.widget) ? 'right' : field.widget === 'switch' ? 'center' : undefined,
      sorter: state !== undefined && !name.startsWith('custom.') && kind !== 'json' && kind !== 'array',
      sortOrder: state?.sort.column === name ? (state.sort.order === 'asc' ? 'ascend' : 'descend') : null,
      render: (_: unknown, row: TableRow) =>
        index === 0 ? <RowLink onClick={() => onOpen(row)}>{cell(row)}</RowLink> : cell(row),
    };
  });
}
