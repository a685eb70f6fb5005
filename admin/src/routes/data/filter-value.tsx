import { Segmented, Select, Space } from 'antd';
import { ReferenceSelect } from '../../components/engine/reference-select.tsx';
import { useWords } from '../../components/engine/use-words.ts';
import { ValueInput } from '../../components/engine/value-input.tsx';
import type { Field, ScreenModel } from '../../lib/engine/screen-model.ts';
import type { Filter } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';

type Props = {
  field: Field;
  model: ScreenModel;
  operator: Filter['operator'];
  value: unknown;
  onChange: (value: unknown) => void;
};

/** What a filter compares with, in the control of its column; a range has two. */
export function FilterValue({ field, model, operator, value, onChange }: Props) {
  const text = useText();
  const words = useWords();
  const resources = useResources().data ?? [];
  const { column } = field;
  const label = words.column(column.name, field.labels);
  const target = resources.find((resource) => resource.name === column.references?.table);
  if (column.kind === 'boolean') {
    return (
      <Segmented
        aria-label={label}
        value={value === undefined ? '' : String(value)}
        onChange={(next) => onChange(next === 'true')}
        options={[
          { value: 'true', label: text('data.yes') },
          { value: 'false', label: text('data.no') },
        ]}
      />
    );
  }
  if (column.references) {
    return (
      <ReferenceSelect
        isMany={operator === 'in'}
        target={target}
        reference={column.references}
        label={label}
        value={value as string[] | undefined}
        onChange={onChange}
      />
    );
  }
  if (column.enum && operator === 'in') {
    return (
      <Select
        className="fill"
        mode="multiple"
        aria-label={label}
        value={(value as string[] | undefined) ?? []}
        onChange={onChange}
        options={column.enum.map((one) => ({ value: one, label: words.value(one) }))}
      />
    );
  }
  const input = (one: unknown, change: (next: unknown) => void) => (
    <ValueInput
      field={field}
      resource={model.resource}
      target={target}
      row={undefined}
      value={one}
      onChange={change}
    />
  );
  if (operator !== 'between') return input(value, onChange);
  const [from, to] = (value as unknown[] | undefined) ?? [];
  return (
    <Space>
      {input(from, (next) => onChange([next, to]))}
      <span>–</span>
      {input(to, (next) => onChange([from, next]))}
    </Space>
  );
}
