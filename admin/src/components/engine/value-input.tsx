import { Input, InputNumber, Select, Switch } from 'antd';
import { lazy, Suspense } from 'react';
import { checkRules } from '../../lib/engine/check-rules.ts';
import type { Field } from '../../lib/engine/screen-model.ts';
import type { AnyRow, Resource } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { MoneyInput } from '../money-input.tsx';
import { DatetimeField } from './datetime-field.tsx';
import { ImageField } from './image-field.tsx';
import { JsonField } from './json-field.tsx';
import { PercentInput } from './percent-input.tsx';
import { ReferenceSelect } from './reference-select.tsx';
import { TranslationsField } from './translations-field.tsx';
import { useRowPlace } from './use-row-place.ts';
import { useWords } from './use-words.ts';

const GeometryField = lazy(() => import('./geometry-field.tsx'));

type Props = {
  field: Field;
  resource: Resource;
  target: Resource | undefined;
  row: AnyRow | undefined;
  id?: string;
  /** Given by the form. */
  value?: unknown;
  checked?: boolean;
  onChange?: (value: unknown) => void;
};

/** The control in which one value is changed. Whatever has no control of its own is edited as JSON. */
export function ValueInput({ field, resource, target, row, id, value, onChange }: Props) {
  const text = useText();
  const words = useWords();
  const place = useRowPlace();
  const { column, widget } = field;
  const rules = checkRules(column.name, column.checks);
  const common = { id };
  const change = (next: unknown): void => onChange?.(next);
  switch (widget) {
    case 'reference':
      return (
        <ReferenceSelect
          {...common}
          target={target}
          reference={column.references}
          label={words.column(column.name, field.labels)}
          value={value as string | null | undefined}
          onChange={change}
        />
      );
    case 'money':
      return (
        <MoneyInput
          {...common}
          currency={place(row).currency}
          value={value as number | null | undefined}
          onChange={change}
        />
      );
    case 'percent':
      return <PercentInput {...common} value={value as number | null | undefined} onChange={change} />;
    case 'number':
    case 'duration':
    case 'distance':
      return (
        <InputNumber
          {...common}
          className="fill"
          min={rules.min}
          max={rules.max}
          precision={column.kind === 'integer' ? 0 : undefined}
          suffix={
            widget === 'duration'
              ? text('unit.second')
              : widget === 'distance'
                ? text('unit.meter')
                : undefined
          }
          value={value as number | null | undefined}
          onChange={change}
        />
      );
    case 'switch':
      return <Switch {...common} checked={value === true} onChange={change} />;
    case 'choice':
    case 'tag': {
      const choices = column.enum ?? rules.choices;
      if (choices === undefined) break;
      return (
        <Select
          {...common}
          className="fill"
          allowClear={column.is_nullable}
          value={(value as string | null) ?? undefined}
          onChange={(next: string | undefined) => change(next ?? null)}
          options={choices.map((choice) => ({ value: choice, label: words.value(choice) }))}
        />
      );
    }
    case 'tags':
      return (
        <Select
          {...common}
          className="fill"
          mode={column.enum ? 'multiple' : 'tags'}
          value={(value as string[] | null) ?? []}
          onChange={change}
          options={column.enum?.map((choice) => ({ value: choice, label: words.value(choice) }))}
        />
      );
    case 'datetime':
      return (
        <DatetimeField
          {...common}
          timeZone={place(row).timeZone}
          value={value as string | null | undefined}
          onChange={change}
        />
      );
    case 'date':
    case 'time':
      return (
        <Input
          {...common}
          type={widget}
          value={(value as string | null) ?? ''}
          onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
        />
      );
    case 'image':
      return <ImageField value={value as string | null | undefined} onChange={change} row={row} />;
    case 'translations': {
      const texts = resource.columns.filter(
        ({ name, kind }) =>
          kind === 'text' && ['name', 'title', 'label', 'description', 'body'].includes(name),
      );
      return (
        <TranslationsField
          columns={texts.map(({ name }) => name)}
          value={value as Record<string, never> | null | undefined}
          onChange={change}
        />
      );
    }
    case 'map':
      return (
        <Suspense fallback={<div className="map-field" />}>
          <GeometryField type={column.type} value={value} onChange={change} />
        </Suspense>
      );
    case 'json':
      return <JsonField {...common} value={value} onChange={change} />;
    case 'textarea':
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={rules.maxLength}
          value={(value as string | null) ?? ''}
          onChange={(event) => change(event.target.value)}
        />
      );
  }
  if (column.kind === 'json' || column.kind === 'other')
    return <JsonField {...common} value={value} onChange={change} />;
  return (
    <Input
      {...common}
      maxLength={rules.maxLength}
      inputMode={widget === 'phone' ? 'tel' : widget === 'url' ? 'url' : undefined}
      value={(value as string | null) ?? ''}
      onChange={(event) => change(event.target.value)}
    />
  );
}
