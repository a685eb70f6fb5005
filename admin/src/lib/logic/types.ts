/** Something that a rule may ask for, as `describe_promotion_facts` tells of it. */
export type Fact = {
  /** Where the value lies in the data, dotted. */
  path: string;
  type: 'money' | 'number' | 'boolean' | 'choice' | 'list' | 'date';
  label: string;
  translations?: unknown;
  options?: { value: string | number; label?: string; translations?: unknown }[];
  /** Values are keys of this table's rows. */
  references?: { table: string; column: string; label: string };
  min?: number;
  max?: number;
};

export type Operator =
  | 'eq'
  | 'ne'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'yes'
  | 'no'
  | 'in'
  | 'not_in'
  | 'has'
  | 'has_not'
  | 'has_any'
  | 'has_none'
  | 'has_only';

export type Scalar = string | number;
/** `null` while nothing has been entered; a pair for `between`; a list for the operators over lists. */
export type LogicValue = Scalar | null | (Scalar | null)[];

/** One question about one fact. */
export type Condition = { kind: 'condition'; path: string; operator: Operator; value: LogicValue };
/** Several parts of which all or any must hold; `negated` turns the answer round. */
export type Group = { kind: 'group'; join: 'and' | 'or'; negated: boolean; parts: LogicNode[] };
/** A part that the builder cannot show; it is kept as it is. */
export type RawLogic = { kind: 'raw'; rule: unknown };
export type LogicNode = Condition | Group | RawLogic;
