import type { Condition, Group, LogicNode } from './types.ts';

/** A tree as JsonLogic. A group of one part is that part; an empty one always holds. */
export function writeLogic(node: LogicNode): unknown {
  switch (node.kind) {
    case 'raw':
      return node.rule;
    case 'condition':
      return writeCondition(node);
    case 'group':
      return writeGroup(node);
  }
}

function writeGroup({ join, negated, parts }: Group): unknown {
  const [first] = parts;
  const inner =
    first === undefined ? true : parts.length === 1 ? writeLogic(first) : { [join]: parts.map(writeLogic) };
  return negated ? { '!': [inner] } : inner;
}

const compared: Partial<Record<Condition['operator'], string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

function writeCondition({ path, operator, value }: Condition): unknown {
  const fact = { var: path };
  const ofList = { in: [{ var: '' }, value] };
  switch (operator) {
    case 'yes':
      return fact;
    case 'no':
      return { '!': [fact] };
    case 'in':
      return { in: [fact, value] };
    case 'not_in':
      return { '!': [{ in: [fact, value] }] };
    case 'has':
      return { in: [value, fact] };
    case 'has_not':
      return { '!': [{ in: [value, fact] }] };
    case 'has_any':
      return { some: [fact, ofList] };
    case 'has_none':
      return { none: [fact, ofList] };
    case 'has_only':
      return { all: [fact, ofList] };
    case 'between': {
      const [from = null, to = null] = Array.isArray(value) ? value : [];
      return { '<=': [from, fact, to] };
    }
    default:
      return { [compared[operator] ?? '==']: [fact, value] };
  }
}
