import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { DraftProblem } from '../../lib/promotion/check-draft.ts';
import { useText } from '../../providers/use-text.ts';

type Props = {
  label: string;
  /** The control that the label names. */
  htmlFor?: string;
  hint?: string;
  problem?: DraftProblem;
  children: ReactNode;
};

/** One field of the builder, with what is wrong right below it. */
export function Field({ label, htmlFor, hint, problem, children }: Props) {
  const text = useText();
  return (
    <Form.Item
      label={label}
      htmlFor={htmlFor}
      extra={hint}
      validateStatus={problem ? 'error' : undefined}
      help={problem && <span role="alert">{text(`promotion_problem.${problem}`)}</span>}
    >
      {children}
    </Form.Item>
  );
}
