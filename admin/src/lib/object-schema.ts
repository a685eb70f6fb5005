import { humanize } from './engine/humanize.ts';

export type PropertySchema = {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: (string | number)[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  items?: { type?: string; enum?: string[] };
  /** Titles in other languages: {"en": {"title": "Spicy"}}. */
  'x-translations'?: Record<string, { title?: string; description?: string } | undefined>;
  /** Its place among the properties; objects keep no order in the database. */
  'x-order'?: number;
};
export type ObjectSchema = { properties?: Record<string, PropertySchema>; required?: string[] };

export type SchemaControl =
  'choice' | 'text' | 'long_text' | 'date' | 'number' | 'integer' | 'switch' | 'tags' | 'json';

/** The control in which a value of this schema is changed; what has none of its own is JSON. */
export function schemaControl(schema: PropertySchema): SchemaControl {
  const type = [schema.type ?? 'string'].flat().find((name) => name !== 'null');
  if (schema.enum !== undefined) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'integer' || type === 'number') return type;
  if (type === 'array') return 'tags';
  if (type !== 'string') return 'json';
  if (schema.format === 'date') return 'date';
  return schema.format === 'textarea' || (schema.maxLength ?? 0) > 200 ? 'long_text' : 'text';
}

/** The properties of a schema in the order that was given to them. */
export function schemaProperties(schema: ObjectSchema): [string, PropertySchema][] {
  const place = ([, part]: [string, PropertySchema]): number => part['x-order'] ?? Number.MAX_SAFE_INTEGER;
  return Object.entries(schema.properties ?? {}).sort((a, b) => place(a) - place(b));
}

/** The name of a property in a language. */
export function schemaTitle(name: string, schema: PropertySchema, locale: string): string {
  return schema['x-translations']?.[locale]?.title ?? schema.title ?? humanize(name);
}

/** Attributes without the empty ones, as they are stored. */
export function cleanAttributes(values: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}
