import { DeleteOutlined, HolderOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useRef } from 'react';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { moveItem } from '../../lib/engine/move-item.ts';
import { newRateRule, rateKinds, type RateRule } from '../../lib/rates/rate-rule.ts';
import { useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { RateRuleFields } from './rule-fields.tsx';

type Props = {
  city: CityRow;
  rules: RateRule[];
  /** What is wrong with each rule, by its place. */
  faults: (keyof RateRule | undefined)[];
  isReadOnly: boolean;
  onChange: (next: RateRule[]) => void;
};

/** The rules in the order in which they are read: drag, or move by keyboard. */
export function RateRuleList({ city, rules, faults, isReadOnly, onChange }: Props) {
  const text = useText();
  const dragged = useRef<number | undefined>(undefined);
  return (
    <>
      <ol className="rule-list" data-testid="rate-rules">
        {rules.map((rule, place) => {
          const name = text(`rate_kind.${rule.kind}`);
          return (
            <li
              key={place}
              className="rule-line"
              data-kind={rule.kind}
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
                  disabled={isReadOnly}
                  aria-label={text('rates.remove', { name })}
                  onClick={() => onChange(rules.filter((_, index) => index !== place))}
                />
              </div>
              <RateRuleFields
                city={city}
                rule={rule}
                fault={faults[place]}
                onChange={(part) =>
                  onChange(rules.map((one, index) => (index === place ? { ...one, ...part } : one)))
                }
              />
            </li>
          );
        })}
      </ol>
      {!isReadOnly && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rateKinds.map((kind) => ({ key: kind, label: text(`rate_kind.${kind}`) })),
            onClick: ({ key }) => {
              const kind = rateKinds.find((one) => one === key);
              if (kind) onChange([...rules, newRateRule(kind)]);
            },
          }}
        >
          <Button icon={<PlusOutlined />} data-testid="rate-rule-add">
            {text('rates.add_rule')}
          </Button>
        </Dropdown>
      )}
    </>
  );
}
