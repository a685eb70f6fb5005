import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useReferenceLabels } from '../../components/engine/use-reference-labels.ts';
import { useRowPlace } from '../../components/engine/use-row-place.ts';
import { useWords } from '../../components/engine/use-words.ts';
import { csvText, type CsvCell } from '../../lib/csv.ts';
import { downloadText } from '../../lib/download-text.ts';
import type { Field } from '../../lib/engine/screen-model.ts';
import { sheetBytes } from '../../lib/engine/sheet.ts';
import type { AnyRow, Resource } from '../../lib/engine/types.ts';
import { toLocalField } from '../../lib/local-datetime.ts';
import { useText } from '../../providers/use-text.ts';

type Props = { resource: Resource; fields: readonly Field[]; rows: readonly AnyRow[]; title: string };

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows that are shown, as a file: names instead of keys, money in units, times in the city's zone. */
export function ExportMenu({ resource, fields, rows, title }: Props) {
  const text = useText();
  const words = useWords();
  const place = useRowPlace();
  const labels = useReferenceLabels(fields, rows);
  const cell = (field: Field, row: AnyRow): CsvCell => {
    const value = row[field.column.name];
    if (value === null || value === undefined) return null;
    if (field.widget === 'reference') return labels[field.column.name]?.[String(value)] ?? String(value);
    if (field.widget === 'money' || field.widget === 'percent') return Number(value) / 100;
    if (field.widget === 'datetime')
      return toLocalField(String(value), place(row).timeZone).replace('T', ' ');
    if (typeof value === 'number') return value;
    if (typeof value === 'boolean') return text(value ? 'data.yes' : 'data.no');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const save = (kind: string): void => {
    const head = fields.map((field) => words.column(field.column.name, field.labels));
    const body = rows.map((row) => fields.map((field) => cell(field, row)));
    if (kind === 'csv') downloadText(`${resource.name}.csv`, csvText(head, body));
    else downloadText(`${resource.name}.xlsx`, sheetBytes([head, ...body]), sheetType);
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'csv', label: <span data-testid="export-csv">{text('action.csv')}</span> },
          { key: 'xlsx', label: text('data.excel') },
        ],
        onClick: ({ key }) => save(key),
      }}
    >
      <Button
        icon={<DownloadOutlined />}
        disabled={rows.length === 0}
        aria-label={text('data.export_named', { name: title })}
        data-testid="export"
      >
        {text('data.export')}
      </Button>
    </Dropdown>
  );
}
