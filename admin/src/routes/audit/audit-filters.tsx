import { Input, Select } from 'antd';
import { useWords } from '../../components/engine/use-words.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';

/** What narrows the log; days are `YYYY-MM-DD`. */
export type AuditChoice = Partial<
  Record<'table_name' | 'row_key' | 'operation' | 'actor_id' | 'from' | 'to', string | undefined>
>;

type Props = { choice: AuditChoice; onChange: (choice: AuditChoice) => void };

/** Table, kind of change, record and days. */
export function AuditFilters({ choice, onChange }: Props) {
  const text = useText();
  const locale = useLocale();
  const words = useWords();
  const tables = (useResources().data ?? [])
    .map(({ name, custom_labels }) => ({ value: name, label: words.resource(name, custom_labels) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  const set = (field: keyof AuditChoice) => (value: string | undefined) =>
    onChange({ ...choice, [field]: value });
  return (
    <div className="filters">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="filter-wide"
        aria-label={text('audit.table')}
        placeholder={text('audit.table')}
        value={choice.table_name}
        onChange={set('table_name')}
        options={tables}
        data-testid="audit-table-filter"
      />
      <Select
        allowClear
        className="filter-narrow"
        aria-label={text('audit.operation')}
        placeholder={text('audit.operation')}
        value={choice.operation}
        onChange={set('operation')}
        options={(['insert', 'update', 'delete'] as const).map((value) => ({
          value,
          label: text(`data.operation.${value}`),
        }))}
      />
      <Input
        allowClear
        className="filter-wide"
        aria-label={text('audit.row')}
        placeholder={text('audit.row')}
        defaultValue={choice.row_key}
        onChange={(event) => event.target.value === '' && set('row_key')(undefined)}
        onPressEnter={(event) => set('row_key')(event.currentTarget.value.trim())}
        onBlur={(event) => set('row_key')(event.currentTarget.value.trim())}
      />
      <Input
        type="date"
        className="filter-narrow"
        aria-label={text('audit.from')}
        value={choice.from ?? ''}
        onChange={(event) => set('from')(event.target.value)}
      />
      <Input
        type="date"
        className="filter-narrow"
        aria-label={text('audit.to')}
        value={choice.to ?? ''}
        onChange={(event) => set('to')(event.target.value)}
      />
    </div>
  );
}
