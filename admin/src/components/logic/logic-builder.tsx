import type { LogicProblem } from '../../lib/logic/check-logic.ts';
import type { Fact, Group } from '../../lib/logic/types.ts';
import { useText } from '../../providers/use-text.ts';
import { LogicGroup } from './logic-group.tsx';

export type LogicShared = {
  facts: readonly Fact[];
  currency: string;
  /** Only rows of this store are offered where rows are of stores. */
  storeId?: string;
  problems: readonly { path: string; problem: LogicProblem }[];
  isReadOnly: boolean;
};

type Props = Partial<Omit<LogicShared, 'facts' | 'currency'>> &
  Pick<LogicShared, 'facts' | 'currency'> & {
    value: Group;
    onChange: (next: Group) => void;
    /** What holds without any condition, in words. */
    whenEmpty: string;
  };

/** Conditions put together without code: groups of all or any, questions about facts. Reads and writes by lib/logic. */
export function LogicBuilder({
  value,
  onChange,
  whenEmpty,
  problems = [],
  isReadOnly = false,
  ...rest
}: Props) {
  const text = useText();
  return (
    <div className="logic" role="group" aria-label={text('logic.title')} data-testid="logic-builder">
      {value.parts.length === 0 && <p className="muted logic-empty">{whenEmpty}</p>}
      <LogicGroup
        group={value}
        path=""
        depth={0}
        shared={{ ...rest, problems, isReadOnly }}
        onChange={onChange}
      />
    </div>
  );
}
