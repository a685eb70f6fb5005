import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented, Switch } from 'antd';
import { operatorsOf, valueFor } from '../../lib/logic/operators.ts';
import type { Fact, Group, LogicNode } from '../../lib/logic/types.ts';
import { localField } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { LogicShared } from './logic-builder.tsx';
import { LogicCondition } from './logic-condition.tsx';

type Props = {
  group: Group;
  path: string;
  depth: number;
  shared: LogicShared;
  onChange: (next: Group) => void;
  onRemove?: () => void;
};

const deepest = 3;

/** Parts of which all or any must hold, with their groups inside. */
export function LogicGroup({ group, path, depth, shared, onChange, onRemove }: Props) {
  const text = useText();
  const locale = useLocale();
  const { facts, isReadOnly } = shared;
  const { parts } = group;
  const write = (next: LogicNode[]): void => onChange({ ...group, parts: next });
  const replace = (place: number, next: LogicNode): void =>
    write(parts.map((part, index) => (index === place ? next : part)));
  const remove = (place: number): void => write(parts.filter((_, index) => index !== place));
  const add = (fact: Fact): void => {
    const operator = operatorsOf(fact)[0] ?? 'eq';
    write([...parts, { kind: 'condition', path: fact.path, operator, value: valueFor(operator) }]);
  };
  const problem = shared.problems.find((found) => found.path === path && found.problem === 'empty');
  const hasHead = depth > 0 || parts.length > 1 || group.negated;
  return (
    <div className={depth > 0 ? 'logic-group logic-inner' : 'logic-group'} data-testid="logic-group">
      {hasHead && (
        <div className="logic-head">
          <Segmented
            size="small"
            value={group.join}
            disabled={isReadOnly}
            aria-label={text('logic.join')}
            options={(['and', 'or'] as const).map((join) => ({ value: join, label: text(`logic.${join}`) }))}
            onChange={(join) => onChange({ ...group, join })}
          />
          <label className="logic-not">
            <Switch
              size="small"
              checked={group.negated}
              disabled={isReadOnly}
              onChange={(negated) => onChange({ ...group, negated })}
            />
            {text('logic.not')}
          </label>
          {onRemove && !isReadOnly && (
            <Button
              type="text"
              size="small"
              className="push"
              icon={<DeleteOutlined />}
              aria-label={text('logic.remove_group')}
              onClick={onRemove}
            />
          )}
        </div>
      )}
      {parts.length > 0 && (
        <ul className="logic-parts">
          {parts.map((part, index) => {
            const own = path === '' ? String(index) : `${path}.${index}`;
            return (
              <li key={index}>
                {part.kind === 'group' ? (
                  <LogicGroup
                    group={part}
                    path={own}
                    depth={depth + 1}
                    shared={shared}
                    onChange={(next) => replace(index, next)}
                    onRemove={() => remove(index)}
                  />
                ) : part.kind === 'condition' ? (
                  <LogicCondition
                    key={part.path}
                    condition={part}
                    path={own}
                    shared={shared}
                    onChange={(next) => replace(index, next)}
                    onRemove={() => remove(index)}
                  />
                ) : (
                  <div className="logic-raw" data-testid="logic-raw">
                    <span className="muted">{text('logic.raw')}</span>
                    <pre className="json-view">{JSON.stringify(part.rule, null, 2)}</pre>
                    {!isReadOnly && (
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined />}
                        aria-label={text('logic.remove')}
                        onClick={() => remove(index)}
                      />
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {problem && (
        <span className="field-fault" role="alert">
          {text('logic.problem.empty')}
        </span>
      )}
      {!isReadOnly && (
        <div className="logic-foot">
          <Dropdown
            trigger={['click']}
            menu={{
              className: 'long-menu',
              items: facts.map((fact) => ({
                key: fact.path,
                label: (
                  <span data-testid={`fact-${fact.path}`}>
                    {localField(fact.label, fact.translations, 'label', locale)}
                  </span>
                ),
              })),
              onClick: ({ key }) => {
                const fact = facts.find((one) => one.path === key);
                if (fact) add(fact);
              },
            }}
          >
            <Button size="small" icon={<PlusOutlined />} data-testid="logic-add">
              {text('logic.add')}
            </Button>
          </Dropdown>
          {depth < deepest && (
            <Button
              size="small"
              type="text"
              data-testid="logic-add-group"
              onClick={() =>
                write([
                  ...parts,
                  { kind: 'group', join: group.join === 'and' ? 'or' : 'and', negated: false, parts: [] },
                ])
              }
            >
              {text('logic.add_group')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
