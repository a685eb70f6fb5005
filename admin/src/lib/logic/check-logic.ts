import { arityOf } from './operators.ts';
import type { LogicNode } from './types.ts';

export type LogicProblem = 'value' | 'order' | 'empty';

/** What is missing in a tree, by the path of the part (`0.2`; empty for the root); empty when it can be saved. */
export function checkLogic(node: LogicNode, path = ''): { path: string; problem: LogicProblem }[] {
  if (node.kind === 'raw') return [];
  if (node.kind === 'group') {
    const inner = node.parts.flatMap((part, index) =>
      checkLogic(part, path === '' ? String(index) : `${path}.${index}`),
    );
    return node.parts.length === 0 && path !== '' ? [{ path, problem: 'empty' }] : inner;
  }
  const { operator, value } = node;
  const list = Array.isArray(value) ? value : [value];
  const arity = arityOf(operator);
  if (arity !== 'none' && (list.length === 0 || list.some((one) => one === null || one === '')))
    return [{ path, problem: 'value' }];
  const [from, to] = list;
  if (arity === 'two' && from !== null && to !== null && from !== undefined && to !== undefined && from > to)
    return [{ path, problem: 'order' }];
  return [];
}
