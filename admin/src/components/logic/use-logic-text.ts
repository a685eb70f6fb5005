import { formatMoney } from '@linli/ui/money';
import { arityOf } from '../../lib/logic/operators.ts';
import { parseLogic } from '../../lib/logic/parse-logic.ts';
import type { Condition, Fact, LogicNode, Scalar } from '../../lib/logic/types.ts';
import { localField } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';
import { useLabels } from '../../queries/engine/use-labels.ts';
import { useFactOptions } from './use-fact-options.ts';

export type LogicText = {
  /** One condition in words. */
  condition: (condition: Condition) => string;
  /** One value of a fact in words. */
  value: (fact: Fact, value: unknown) => string;
  /** A whole rule as one sentence. */
  rule: (rule: unknown) => string;
};

/** Rules in the reader's words. `nodes` are the conditions whose rows' names are wanted. */
export function useLogicText(
  facts: readonly Fact[],
  currency: string,
  nodes: readonly LogicNode[] = [],
): LogicText {
  const text = useText();
  const locale = useLocale();
  const optionsOf = useFactOptions();
  const names = useRowNames(facts, nodes);
  const value: LogicText['value'] = (fact, given) => {
    if (given === null || given === undefined) return '–';
    if (Array.isArray(given))
      return given.length === 0 ? '–' : given.map((one) => value(fact, one)).join(text('logic.separator'));
    if (fact.type === 'money' && typeof given === 'number')
      return formatMoney(given, currency, locale, { trimZeros: true });
    if (typeof given === 'boolean') return text(given ? 'data.yes' : 'data.no');
    const option = optionsOf(fact).find((one) => one.value === given);
    return (
      option?.label ?? names[String(given)] ?? (fact.references ? String(given).slice(0, 8) : String(given))
    );
  };
  const condition: LogicText['condition'] = ({ path, operator, value: given }) => {
    const fact = facts.find((one) => one.path === path);
    if (fact === undefined) return path;
    const name = localField(fact.label, fact.translations, 'label', locale);
    if (arityOf(operator) === 'none') return `${name} ${text(`logic.op.${operator}`)}`;
    const list = Array.isArray(given) ? given : [given as Scalar];
    const shown =
      operator === 'between' ? list.map((one) => value(fact, one)).join(' – ') : value(fact, list);
    return `${name} ${text(`logic.op.${operator}`)} ${shown}`;
  };
  const node = (part: LogicNode, isInner: boolean): string => {
    if (part.kind === 'raw') return JSON.stringify(part.rule);
    if (part.kind === 'condition') return condition(part);
    const inner = part.parts.map((one) => node(one, true)).join(text(`logic.between_${part.join}`));
    const shown = part.parts.length > 1 && (isInner || part.negated) ? `(${inner})` : inner;
    return part.negated ? text('logic.not_so', { rule: shown }) : shown;
  };
  return {
    condition,
    value,
    rule: (rule) => {
      const tree = parseLogic(rule, facts);
      return tree.parts.length === 0 ? text('logic.always') : node(tree, false);
    },
  };
}

/** Names of the rows that conditions point to, table by table. */
function useRowNames(facts: readonly Fact[], nodes: readonly LogicNode[]): Record<string, string> {
  const resources = useResources().data;
  const keys: Record<string, string[]> = {};
  const collect = (node: LogicNode): void => {
    if (node.kind === 'group') node.parts.forEach(collect);
    if (node.kind !== 'condition') return;
    const table = facts.find(({ path }) => path === node.path)?.references?.table;
    if (table === undefined) return;
    const list = Array.isArray(node.value) ? node.value : [node.value];
    keys[table] = [...(keys[table] ?? []), ...list.filter((one) => typeof one === 'string')];
  };
  nodes.forEach(collect);
  const read = (table: string) =>
    [
      resources?.find((one) => one.name === table),
      { table, column: 'id', label: 'name' },
      keys[table] ?? [],
    ] as const;
  return {
    ...useLabels(...read('products')).data,
    ...useLabels(...read('menu_sections')).data,
    ...useLabels(...read('categories')).data,
    ...useLabels(...read('stores')).data,
    ...useLabels(...read('merchants')).data,
  };
}
