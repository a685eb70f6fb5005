import { useState } from 'react';
import { checkLogic } from '../../lib/logic/check-logic.ts';
import { parseLogic } from '../../lib/logic/parse-logic.ts';
import type { Fact } from '../../lib/logic/types.ts';
import { writeLogic } from '../../lib/logic/write-logic.ts';
import { LogicBuilder } from './logic-builder.tsx';

type Props = {
  facts: readonly Fact[];
  currency: string;
  whenEmpty: string;
  isReadOnly?: boolean;
  /** A JsonLogic rule. */
  value?: unknown;
  onChange?: (rule: unknown) => void;
};

/** The builder of conditions as a field of a form, whose value is the rule. */
export function LogicField({ facts, value, onChange, ...rest }: Props) {
  const [tree, setTree] = useState(() => parseLogic(value, facts));
  const [isTouched, setTouched] = useState(false);
  return (
    <LogicBuilder
      {...rest}
      facts={facts}
      value={tree}
      problems={isTouched ? checkLogic(tree) : []}
      onChange={(next) => {
        setTouched(true);
        setTree(next);
        onChange?.(writeLogic(next));
      }}
    />
  );
}
