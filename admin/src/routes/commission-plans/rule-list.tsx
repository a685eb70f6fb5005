import { DeleteOutlined, HolderOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { useRef } from 'react';
import { MoveButtons } from '../../components/move-buttons.tsx';
import {
  newCommissionRule,
  ruleFault,
  unreachableRules,
  type CommissionRule,
} from '../../lib/commission/plan-draft.ts';
import { moveItem } from '../../lib/engine/move-item.ts';
import { useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { PlanRuleFields } from './rule-fields.tsx';

type Props = {
  city: CityRow;
  rules: CommissionRule[];
  isReadOnly: boolean;
  onChange: (next: CommissionRule[]) => void;
};

/** Rules in the order in which they are tried: the first that fits a line charges it. Drag, or move by keyboard. */
export function PlanRuleList({ city, rules, isReadOnly, onChange }: Props) {
  const text = useText();
  const dragged = useRef<number | undefined>(undefined);
  const unreachable = unreachableRules(rules);
  const change = (place: number, part: Partial<CommissionRule>): void =>
    onChange(rules.map((one, index) => (index === place ? { ...one, ...part } : one)));
  return (
    <>
      <ol className="rule-list" data-testid="plan-rules">
        {rules.map((rule, place) => {
          const name = rule.name || text('plans.rule', { place: place + 1 });
          const fault = ruleFault(rule);
          return (
            <li
              key={place}
              className="rule-line"
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.current !== undefined) onChange(moveItem(rules, dragged.current, place));
                dragged.current = undefined;
              }}
            >
              <div
                className="rule-head"
                draggable={!isReadOnly}
                onDragStart={() => (dragged.current = place)}
              >
                <HolderOutlined className="drag-mark" aria-hidden />
                <strong>
                  {place + 1}. {name}
                </strong>
                <span className="push" />
                <Switch
                  size="small"
                  checked={rule.is_active}
                  aria-label={text('plans.rule_active', { name })}
                  onChange={(is_active) => change(place, { is_active })}
                />
                <MoveButtons
                  name={name}
                  index={place}
                  count={rules.length}
                  disabled={isReadOnly}
                  onMove={(to) => onChange(moveItem(rules, place, to))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  disabled={isReadOnly || rules.length === 1}
                  aria-label={text('rates.remove', { name })}
                  onClick={() => onChange(rules.filter((_, index) => index !== place))}
                />
              </div>
              <PlanRuleFields city={city} rule={rule} onChange={(part) => change(place, part)} />
              {fault && (
                <p className="field-fault rule-note" role="alert">
                  {text(`plans.fault_${fault}`)}
                </p>
              )}
              {unreachable[place] && <p className="muted rule-note">{text('plans.unreachable')}</p>}
            </li>
          );
        })}
      </ol>
      {!isReadOnly && (
        <Button
          icon={<PlusOutlined />}
          data-testid="plan-rule-add"
          // A new rule is narrower than the one for everything, which stays last.
          onClick={() => onChange([newCommissionRule(), ...rules])}
        >
          {text('plans.add_rule')}
        </Button>
      )}
    </>
  );
}
