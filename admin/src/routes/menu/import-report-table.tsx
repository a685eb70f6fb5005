import { DataTable } from '../../components/data-table.tsx';
import { useWords } from '../../components/engine/use-words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ToneTag, type Tone } from '../../components/status-tag.tsx';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { ImportRow } from '../../queries/catalog/use-import-menu.ts';

const tones: Record<ImportRow['status'], Tone> = {
  created: 'success',
  updated: 'info',
  unchanged: 'quiet',
  failed: 'danger',
};
const types = ['daypart', 'section', 'product', 'variant', 'modifier_group', 'modifier'] as const;

/** What becomes of each row of a menu file, with what is wrong in which column. */
export function ImportReportTable({ rows }: { rows: readonly ImportRow[] }) {
  const text = useText();
  const words = useWords();
  const errorText = useErrorText();
  return (
    <DataTable<ImportRow & { id: string }>
      label={text('import.report')}
      testId="import-table"
      inDrawer
      rows={rows.map((row) => ({ ...row, id: String(row.row) }))}
      empty={<EmptyState title={text('state.no_match')} />}
      pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      columns={[
        { title: text('import.row'), dataIndex: 'row', align: 'right', width: 64, className: 'tabular' },
        {
          title: text('import.type'),
          width: 110,
          render: (_, row) => {
            const known = types.find((type) => type === row.type);
            return known ? text(`import_type.${known}`) : row.type;
          },
        },
        { title: text('field.name'), dataIndex: 'name' },
        {
          title: text('field.status'),
          render: (_, row) => (
            <>
              <ToneTag tone={tones[row.status]}>{text(`import_status.${row.status}`)}</ToneTag>
              {row.errors.map((error) => (
                <span key={error.key} className="note">
                  {errorText({
                    key: error.key,
                    detail: {
                      ...error.detail,
                      ...(error.detail?.column ? { column: words.column(error.detail.column) } : {}),
                    },
                  })}
                </span>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
