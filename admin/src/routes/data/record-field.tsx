import { Form } from 'antd';
import type { Rule } from 'antd/es/form';
import { useWords } from '../../components/engine/use-words.ts';
import { ValueCell } from '../../components/engine/value-cell.tsx';
import { ValueInput } from '../../components/engine/value-input.tsx';
import { checkRules } from '../../lib/engine/check-rules.ts';
import type { Field } from '../../lib/engine/screen-model.ts';
import type { AnyRow, Resource } from '../../lib/engine/types.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';

type Props = {
  field: Field;
  resource: Resource;
  row: AnyRow | undefined;
  initial: AnyRow;
  labels: Record<string, string> | undefined;
  base: string;
  mayWrite: boolean;
};

/** One field of a record: a control with the schema's own rules, or the value alone where it may not be changed. */
export function RecordField({ field, resource, row, initial, labels, base, mayWrite }: Props) {
  const text = useText();
  const words = useWords();
  const locale = useLocale();
  const resources = useResources().data ?? [];
  const { column } = field;
  const label = words.column(column.name, field.labels);
  // Comments of columns are written in English.
  const help = words.label(field.help) ?? (locale === 'en' ? column.comment : undefined);
  const className = field.isWide ? 'field-wide' : undefined;
  if (!mayWrite || !(row === undefined ? field.mayInsert : field.mayUpdate)) {
    return (
      <Form.Item label={label} extra={words.label(field.help)} className={className}>
        <ValueCell field={field} row={row ?? initial} labels={labels} base={base} />
      </Form.Item>
    );
  }
  const limits = checkRules(column.name, column.checks);
  const rules: Rule[] = [];
  if (field.isRequired && column.kind !== 'boolean')
    rules.push({ required: true, message: text('data.required', { name: label }) });
  if (column.kind === 'text' && limits.maxLength !== undefined) {
    rules.push({ max: limits.maxLength, message: text('form.length', { max: limits.maxLength }) });
  }
  if (column.kind === 'text' && limits.pattern !== undefined) {
    rules.push({
      pattern: new RegExp(limits.pattern),
      message: text('data.pattern', { pattern: limits.pattern }),
    });
  }
  if (
    column.kind === 'integer' &&
    (limits.min !== undefined || limits.max !== undefined) &&
    field.widget === 'number'
  ) {
    rules.push({
      type: 'number',
      min: limits.min,
      max: limits.max,
      message: text('data.range', { min: limits.min ?? '–', max: limits.max ?? '–' }),
    });
  }
  return (
    <Form.Item name={column.name} label={label} extra={help} rules={rules} className={className}>
      <ValueInput
        field={field}
        resource={resource}
        target={resources.find(({ name }) => name === column.references?.table)}
        row={row ?? initial}
      />
    </Form.Item>
  );
}
