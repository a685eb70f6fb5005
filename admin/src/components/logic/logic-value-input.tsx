import { Input, InputNumber, Select } from 'antd';
import { arityOf } from '../../lib/logic/operators.ts';
import type { Fact, LogicValue, Operator, Scalar } from '../../lib/logic/types.ts';
import { useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';
import { ReferenceSelect } from '../engine/reference-select.tsx';
import { MoneyInput } from '../money-input.tsx';
import { useFactOptions } from './use-fact-options.ts';

type Props = {
  fact: Fact;
  name: string;
  operator: Operator;
  value: LogicValue;
  currency: string;
  storeId?: string;
  isReadOnly: boolean;
  onChange: (value: LogicValue) => void;
};

/** Rows of these tables are of stores. */
const ofStores = new Set(['products', 'menu_sections']);

/** The control for what a fact is compared with: as many values as the operator takes, of the fact's type. */
export function LogicValueInput(props: Props) {
  const { fact, name, operator, value, onChange, isReadOnly, storeId } = props;
  const text = useText();
  const optionsOf = useFactOptions();
  const target = useResources().data?.find((one) => one.name === fact.references?.table);
  const arity = arityOf(operator);
  if (arity === 'none') return null;
  const list = Array.isArray(value) ? value : [value];
  if (fact.references) {
    const only =
      storeId !== undefined && ofStores.has(fact.references.table)
        ? { column: 'store_id', value: storeId }
        : undefined;
    return (
      <ReferenceSelect
        target={target}
        reference={fact.references}
        only={only}
        label={name}
        isMany={arity === 'many'}
        disabled={isReadOnly}
        value={value as string | string[] | null}
        onChange={onChange}
      />
    );
  }
  if (fact.options || arity === 'many') {
    const common = {
      className: 'fill',
      size: 'small' as const,
      disabled: isReadOnly,
      'aria-label': name,
      placeholder: text('logic.choose'),
      options: optionsOf(fact),
    };
    return arity === 'many' ? (
      <Select<Scalar[]>
        {...common}
        // Segments may be named before anyone is in them.
        mode={fact.type === 'list' ? 'tags' : 'multiple'}
        value={list.filter((one) => one !== null)}
        onChange={onChange}
      />
    ) : (
      <Select<Scalar> {...common} value={list[0] ?? undefined} onChange={onChange} />
    );
  }
  const one = (place: number) => (
    <ScalarInput
      {...props}
      name={place === 0 ? name : text('logic.up_to', { name })}
      value={list[place] ?? null}
      onChange={(next) => onChange(arity === 'two' ? list.map((old, n) => (n === place ? next : old)) : next)}
    />
  );
  return arity === 'two' ? (
    <span className="logic-range">
      {one(0)} – {one(1)}
    </span>
  ) : (
    one(0)
  );
}

type ScalarProps = Omit<Props, 'value' | 'onChange'> & {
  value: Scalar | null;
  onChange: (value: Scalar | null) => void;
};

function ScalarInput({ fact, name, value, currency, isReadOnly, onChange }: ScalarProps) {
  switch (fact.type) {
    case 'money':
      return (
        <MoneyInput
          size="small"
          currency={currency}
          disabled={isReadOnly}
          aria-label={name}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          data-testid="logic-value"
        />
      );
    case 'number':
      return (
        <InputNumber
          size="small"
          className="logic-number"
          min={fact.min}
          max={fact.max}
          precision={0}
          disabled={isReadOnly}
          aria-label={name}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          data-testid="logic-value"
        />
      );
    default:
      return (
        <Input
          size="small"
          type={fact.type === 'date' ? 'date' : 'text'}
          disabled={isReadOnly}
          aria-label={name}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          data-testid="logic-value"
        />
      );
  }
}
