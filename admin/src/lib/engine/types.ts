import type { JsonSchema } from './json-schema.ts';

/** What grants and policies allow the reader on the rows of a resource. */
export type Right = 'none' | 'own' | 'all';
export type Kind =
  | 'text'
  | 'uuid'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'datetime'
  | 'date'
  | 'time'
  | 'interval'
  | 'json'
  | 'enum'
  | 'array'
  | 'geometry'
  | 'other';

/** A column as `describe_resources` tells of it. */
export type Column = {
  name: string;
  kind: Kind;
  type: string;
  enum?: string[];
  element?: Kind;
  is_required: boolean;
  is_nullable: boolean;
  is_generated: boolean;
  default?: string;
  comment?: string;
  /** Conditions as PostgreSQL prints them. */
  checks?: string[];
  references?: { table: string; column: string; label: string };
  is_indexed: boolean;
  may: { select: boolean; insert: boolean; update: boolean };
};

export type Labels = { 'zh-CN'?: string; en?: string };
export type CustomField = {
  key: string;
  schema: JsonSchema;
  labels: Labels;
  help: Labels;
  is_required: boolean;
  is_internal: boolean;
};

/** A table as the reader may use it. */
export type Resource = {
  name: string;
  kind: 'table' | 'view';
  comment: string | null;
  has_rls: boolean;
  is_custom: boolean;
  primary_key: string[];
  label_column: string;
  columns: Column[];
  children: { table: string; column: string }[];
  rights: Record<'select' | 'insert' | 'update' | 'delete', Right>;
  custom_fields: CustomField[];
  custom_labels: Labels | null;
  row_estimate: number;
};

export type FilterOperator =
  'eq' | 'ne' | 'in' | 'null' | 'nnull' | 'contains' | 'startswith' | 'lt' | 'lte' | 'gt' | 'gte' | 'between';
export type Filter = { column: string; operator: FilterOperator; value?: unknown };
export type Sort = { column: string; order: 'asc' | 'desc' };

export type FieldPart = {
  column: string;
  labels?: Labels;
  help?: Labels;
  group?: string;
  widget?: string;
  width?: 'full' | 'half';
  visible_to?: string[];
  editable_by?: string[];
  required_for?: string[];
};
export type GroupPart = { key: string; labels?: Labels; help?: Labels; is_collapsed?: boolean };
export type ViewPart = {
  key: string;
  labels?: Labels;
  filters?: Filter[];
  sort?: Sort;
  columns?: string[];
  visible_to?: string[];
};
export type ActionArgument =
  | { from: 'row'; column: string }
  | { from: 'input'; name: string }
  | { from: 'value'; value: unknown }
  | { from: 'idempotency_key' };
export type ActionInput = {
  name: string;
  labels?: Labels;
  kind?: 'text' | 'integer' | 'money' | 'boolean' | 'datetime';
  is_required?: boolean;
};
export type ActionPart = {
  key: string;
  labels?: Labels;
  help?: Labels;
  confirm?: Labels;
  rpc: string;
  arguments?: Record<string, ActionArgument>;
  inputs?: ActionInput[];
  is_bulk?: boolean;
  is_danger?: boolean;
  visible_to?: string[];
};

/** A screen definition: what ops decide about a resource; format 1. */
export type Definition = {
  format: 1;
  resource: string;
  labels?: Labels;
  help?: Labels;
  groups?: GroupPart[];
  fields?: FieldPart[];
  list?: { columns?: string[]; sort?: Sort; filters?: Filter[]; page_size?: number };
  views?: ViewPart[];
  actions?: ActionPart[];
};

export type Problem = {
  path: string;
  key: string;
  severity: 'error' | 'warning';
  detail: Record<string, unknown> & { nearest?: string | null };
  cut: string;
};

/** A row of any table: columns by name. */
export type AnyRow = Record<string, unknown>;
