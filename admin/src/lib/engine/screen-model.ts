import { chooseWidget, fitWidgets, type Widget } from './choose-widget.ts';
import { customColumn } from './custom-column.ts';
import type {
  ActionPart,
  Column,
  Definition,
  FieldPart,
  Filter,
  GroupPart,
  Labels,
  Resource,
  Sort,
  ViewPart,
} from './types.ts';

/** A field as one person sees it. */
export type Field = {
  column: Column;
  labels: Labels;
  help: Labels;
  group: string | undefined;
  widget: Widget;
  isWide: boolean;
  /** May be filled in for a new row, or changed in a row of which the policies say so. */
  mayInsert: boolean;
  mayUpdate: boolean;
  isRequired: boolean;
};

/** A screen for one person: what the schema has, arranged by what ops decided, less what the person may not see. */
export type ScreenModel = {
  resource: Resource;
  labels: Labels;
  help: Labels;
  groups: GroupPart[];
  fields: Field[];
  listColumns: Field[];
  sort: Sort;
  filters: Filter[];
  pageSize: number;
  views: ViewPart[];
  actions: ActionPart[];
};

const quiet = new Set(['created_at', 'updated_at', 'created_by', 'updated_by', 'sort_order', 'translations']);

function visible(part: { visible_to?: string[] }, role: string): boolean {
  return part.visible_to === undefined || part.visible_to.includes(role);
}

/** Every column of a resource, custom fields included, that a person may read or write. */
export function allColumns(resource: Resource): Column[] {
  return [...resource.columns, ...resource.custom_fields.map(customColumn)];
}

/** The order in which columns stand when nobody has arranged them: the name first, times last. */
export function defaultFields(resource: Resource): FieldPart[] {
  const weight = (column: Column): number =>
    column.name === resource.label_column
      ? 0
      : resource.primary_key.includes(column.name)
        ? 3
        : quiet.has(column.name)
          ? 2
          : 1;
  return allColumns(resource)
    .filter((column) => !isRepeated(column))
    .map((column, place) => ({ column, place }))
    .sort((a, b) => weight(a.column) - weight(b.column) || a.place - b.place)
    .map(({ column }) => ({ column: column.name }));
}

/** What derived shapes repeat is already in the columns that they are derived from. */
function isRepeated(column: Column): boolean {
  return column.kind === 'geometry' && column.is_generated;
}

const wide = new Set<Widget>(['textarea', 'json', 'translations', 'map', 'image', 'tags', 'url']);

/** How telling a column is in a list: what it points to and its state first, long texts and places last. */
function listWeight({ column, widget }: Field, label: string): number {
  if (column.name === label) return 0;
  if (widget === 'reference' || column.kind === 'enum' || widget === 'choice') return 1;
  if (column.kind === 'boolean' || widget === 'money' || column.name === 'is_active') return 2;
  if (column.kind === 'integer' || column.kind === 'date' || widget === 'phone') return 3;
  return widget === 'text' || column.kind === 'datetime' ? 4 : 9;
}

function listable(column: Column): boolean {
  return column.may.select && column.kind !== 'json' && column.kind !== 'geometry' && column.kind !== 'other';
}

/**
 * Joins the schema and a cleaned definition for a role. Columns that the definition does not name are shown after
 * those it names; what a new row needs is always in the form. Rights only ever narrow.
 */
export function screenModel(resource: Resource, definition: Definition | null, role: string): ScreenModel {
  const columns = new Map(allColumns(resource).map((column) => [column.name, column]));
  const given = definition?.fields ?? [];
  const named = new Set(given.map((part) => part.column));
  const parts = [...given, ...defaultFields(resource).filter((part) => !named.has(part.column))];
  const fields = parts.flatMap((part): Field[] => {
    const column = columns.get(part.column);
    if (column === undefined || isRepeated(column)) return [];
    const needed = column.is_required && column.may.insert;
    if (!visible(part, role) && !needed) return [];
    const mayEdit = part.editable_by === undefined || part.editable_by.includes(role);
    const widget = fitWidgets(column).find((fit) => fit === part.widget) ?? chooseWidget(column);
    const isText = column.kind === 'text' && column.default === undefined;
    // What others point to stays as it is, even where the database would let it change.
    const isKey = resource.primary_key.includes(column.name);
    return [
      {
        column,
        labels: part.labels ?? {},
        help: part.help ?? {},
        group: part.group,
        widget,
        isWide:
          part.width === undefined
            ? wide.has(widget) || column.name === resource.label_column
            : part.width === 'full',
        mayInsert: column.may.insert && (mayEdit || needed) && !(isKey && column.default !== undefined),
        mayUpdate: column.may.update && mayEdit && !isKey,
        isRequired:
          column.is_required || (!column.is_nullable && isText) || part.required_for?.includes(role) === true,
      },
    ];
  });
  const byName = new Map(fields.map((field) => [field.column.name, field]));
  const shown = fields.filter((field) => listable(field.column));
  const chosen = definition?.list?.columns?.flatMap((name) => byName.get(name) ?? []);
  const telling = shown
    .filter(
      ({ column }) =>
        !quiet.has(column.name) &&
        !['lon', 'lat', 'timezone', 'city_id'].includes(column.name) &&
        (!resource.primary_key.includes(column.name) || column.kind !== 'uuid'),
    )
    .sort((a, b) => listWeight(a, resource.label_column) - listWeight(b, resource.label_column))
    .slice(0, 8);
  const automatic = [
    ...telling.filter(({ column }) => column.name === resource.label_column),
    ...shown.filter((field) => telling.includes(field) && field.column.name !== resource.label_column),
  ];
  const created = byName.get('created_at') ?? byName.get('updated_at');
  const keys = resource.primary_key;
  return {
    resource,
    labels: definition?.labels ?? resource.custom_labels ?? {},
    help: definition?.help ?? {},
    groups: definition?.groups ?? [],
    fields,
    listColumns: chosen?.length ? chosen : [...automatic, ...(created ? [created] : [])],
    sort:
      definition?.list?.sort ??
      (columns.get('sort_order')?.may.select
        ? { column: 'sort_order', order: 'asc' }
        : columns.get('created_at')?.is_indexed ||
            (columns.has('created_at') && resource.row_estimate < 20_000)
          ? { column: 'created_at', order: 'desc' }
          : { column: keys[0] ?? resource.label_column, order: 'asc' }),
    filters: definition?.list?.filters ?? [],
    pageSize: definition?.list?.page_size ?? 50,
    views: (definition?.views ?? []).filter((view) => visible(view, role)),
    actions: (definition?.actions ?? []).filter((action) => visible(action, role)),
  };
}
