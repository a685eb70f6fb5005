import type { Column, CustomField, Kind } from './types.ts';

/** A custom field as a column named `custom.<key>`; its rights are those of the row. */
export function customColumn(field: CustomField): Column {
  const { schema } = field;
  const formats: Record<string, Kind> = { date: 'date', 'date-time': 'datetime' };
  const kind: Kind =
    schema.type === 'string'
      ? schema.enum
        ? 'enum'
        : (formats[schema.format ?? ''] ?? 'text')
      : schema.type;
  return {
    name: `custom.${field.key}`,
    kind,
    type: schema.type,
    enum: schema.enum,
    is_required: false,
    is_nullable: !field.is_required,
    is_generated: false,
    is_indexed: false,
    default: field.is_required ? undefined : 'null',
    may: { select: true, insert: true, update: true },
  };
}
