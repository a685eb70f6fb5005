import { checkRules } from './check-rules.ts';
import type { Column } from './types.ts';

export const widgets = [
  'text',
  'textarea',
  'tag',
  'choice',
  'image',
  'phone',
  'url',
  'number',
  'money',
  'percent',
  'duration',
  'distance',
  'switch',
  'datetime',
  'date',
  'time',
  'tags',
  'json',
  'translations',
  'map',
  'reference',
] as const;
export type Widget = (typeof widgets)[number];

/** The widgets that can show a column; the same list as `private.fit_widgets`. */
export function fitWidgets(column: Pick<Column, 'kind' | 'references'>): Widget[] {
  const byKind: Partial<Record<Column['kind'], Widget[]>> = {
    text: ['text', 'textarea', 'tag', 'choice', 'image', 'phone', 'url'],
    integer: ['number', 'money', 'percent', 'duration', 'distance'],
    number: ['number'],
    boolean: ['switch'],
    datetime: ['datetime', 'date'],
    date: ['date'],
    time: ['time'],
    enum: ['tag', 'choice'],
    array: ['tags'],
    json: ['translations', 'tags'],
    geometry: ['map'],
  };
  const found = byKind[column.kind] ?? ['text'];
  return [
    ...new Set<Widget>([...found, ...(column.references ? (['reference', 'text'] as const) : []), 'json']),
  ];
}

/** How a column is shown when nobody has said: by its reference, its name's ending, its kind. */
export function chooseWidget(column: Column): Widget {
  const { name, kind } = column;
  if (column.references) return 'reference';
  if (kind === 'integer') {
    if (name.endsWith('_cents')) return 'money';
    if (name.endsWith('_bps')) return 'percent';
    if (name.endsWith('_seconds')) return 'duration';
    if (name.endsWith('_meters')) return 'distance';
    return 'number';
  }
  if (kind === 'text') {
    if (/(^|_)(image|avatar|logo|picture|photo)_path$/.test(name)) return 'image';
    if (checkRules(name, column.checks).choices) return 'choice';
    if (/phone$/.test(name)) return 'phone';
    if (/(^|_)url$/.test(name)) return 'url';
    return /(^|_)(description|note|body|message|content|comment)$/.test(name) ? 'textarea' : 'text';
  }
  if (kind === 'json')
    return name === 'translations' || name.endsWith('_translations') ? 'translations' : 'json';
  return fitWidgets(column)[0] ?? 'text';
}
