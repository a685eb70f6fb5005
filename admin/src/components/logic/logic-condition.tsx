import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { operatorsOf, valueFor } from '../../lib/logic/operators.ts';
import type { Condition, Operator } from '../../lib/logic/types.ts';
import { localField } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { LogicShared } from './logic-builder.tsx';
import { LogicValueInput } from './logic-value-input.tsx';

type Props = {
  condition: Condition;
  path: string;
  shared: LogicShared;
  onChange: (next: Condition) => void;
  onRemove: () => void;
};

/** One question: the fact, how it is compared, with what. */
export function LogicCondition({ condition, path, shared, onChange, onRemove }: Props) {
  const text = useText();
  const locale = useLocale();
  const { facts, isReadOnly } = shared;
  const fact = facts.find((one) => one.path === condition.path);
  if (fact === undefined) return null;
  const name = localField(fact.label, fact.translations, 'label', locale);
  const found = shared.problems.find((one) => one.path === path);
  return (
    <div className="logic-condition" data-testid="logic-condition" data-path={condition.path}>
      <span className="logic-fact">{name}</span>
      <Select<Operator>
        size="small"
        className="logic-operator"
        disabled={isReadOnly}
        aria-label={text('logic.operator_of', { name })}
        popupMatchSelectWidth={false}
        value={condition.operator}
        options={operatorsOf(fact).map((operator) => ({
          value: operator,
          label: text(`logic.op.${operator}`),
        }))}
        onChange={(operator) =>
          onChange({ ...condition, operator, value: valueFor(operator, condition.value) })
        }
      />
      <div className="logic-value">
        <LogicValueInput
          key={condition.operator}
          fact={fact}
          name={name}
          operator={condition.operator}
          value={condition.value}
          currency={shared.currency}
          storeId={shared.storeId}
          isReadOnly={isReadOnly}
          onChange={(value) => onChange({ ...condition, value })}
        />
        {found && (
          <span className="field-fault" role="alert">
            {text(`logic.problem.${found.problem}`)}
          </span>
        )}
      </div>
      {!isReadOnly && (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={text('logic.remove_named', { name })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
