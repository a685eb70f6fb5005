import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons';
import { useLogicText, type LogicText } from '../../../components/logic/use-logic-text.ts';
import { explainLogic, factValue } from '../../../lib/logic/explain-logic.ts';
import type { Fact, Group, LogicNode } from '../../../lib/logic/types.ts';
import { useText } from '../../../providers/use-text.ts';

type Props = { tree: Group; facts: readonly Fact[]; data: unknown; currency: string };

/** Each condition with what this cart has, and whether it holds. */
export function ConditionCheck({ tree, facts, data, currency }: Props) {
  const text = useText();
  const logic = useLogicText(facts, currency, [tree]);
  return (
    <div className="condition-check" data-testid="condition-check">
      <h3>{text('preview.conditions')}</h3>
      <Part node={tree} facts={facts} data={data} logic={logic} />
    </div>
  );
}

type PartProps = { node: LogicNode; facts: readonly Fact[]; data: unknown; logic: LogicText };

function Part({ node, facts, data, logic }: PartProps) {
  const text = useText();
  const answer = explainLogic(node, data);
  const mark =
    answer === undefined ? (
      <QuestionOutlined className="muted" aria-label={text('preview.unknown')} />
    ) : answer ? (
      <CheckOutlined className="yes-mark" aria-label={text('data.yes')} />
    ) : (
      <CloseOutlined className="danger-text" aria-label={text('data.no')} />
    );
  if (node.kind === 'group') {
    return (
      <div>
        <span>
          {mark} {node.negated && text('logic.not')} {node.parts.length > 1 && text(`logic.${node.join}`)}
        </span>
        <ul className="condition-parts">
          {node.parts.map((part, index) => (
            <li key={index}>
              <Part node={part} facts={facts} data={data} logic={logic} />
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (node.kind === 'raw')
    return (
      <span>
        {mark} <code className="wrap">{JSON.stringify(node.rule)}</code>
      </span>
    );
  const fact = facts.find(({ path }) => path === node.path);
  return (
    <span>
      {mark} {logic.condition(node)}{' '}
      {fact && (
        <span className="muted">
          {text('preview.here', { value: logic.value(fact, factValue(data, node.path)) })}
        </span>
      )}
    </span>
  );
}
