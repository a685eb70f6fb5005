import { fieldSchema, type FieldType } from './engine/field-schema.ts';
import { schemaControl, schemaProperties, type ObjectSchema, type PropertySchema } from './object-schema.ts';

/** What ops can ask of the products of a category. */
export const attributeTypes = [
  'text',
  'long_text',
  'integer',
  'number',
  'boolean',
  'date',
  'choice',
  'tags',
] as const satisfies readonly FieldType[];
export type AttributeType = (typeof attributeTypes)[number];

/** One attribute while it is being edited. */
export type AttributeDraft = {
  key: string;
  title: string;
  title_en?: string;
  /** `other`: written by hand in a form that the editor does not know; kept as it is. */
  type: AttributeType | 'other';
  choices?: string[];
  is_required?: boolean;
  /** How it is stored; a new one has none. */
  stored?: PropertySchema;
};

function typeOf(part: PropertySchema): AttributeDraft['type'] {
  const control = schemaControl(part);
  if (control === 'json') return 'other';
  return control === 'switch' ? 'boolean' : control;
}

/** The attributes of a schema, in their order. */
export function readAttributes(schema: ObjectSchema): AttributeDraft[] {
  return schemaProperties(schema).map(([key, part]) => ({
    key,
    title: part.title ?? key,
    title_en: part['x-translations']?.['en']?.title,
    type: typeOf(part),
    choices: part.enum?.map(String) ?? part.items?.enum,
    is_required: schema.required?.includes(key) ?? false,
    stored: part,
  }));
}

/** The schema with these attributes; what the editor does not show, such as bounds set by hand, stays. */
export function writeAttributes(drafts: readonly AttributeDraft[], schema: ObjectSchema): ObjectSchema {
  const { properties: _properties, required: _required, ...rest } = schema;
  if (drafts.length === 0) return rest;
  const required = drafts.filter((draft) => draft.is_required).map(({ key }) => key);
  return {
    ...rest,
    properties: Object.fromEntries(drafts.map((draft, place) => [draft.key, property(draft, place)])),
    ...(required.length > 0 && { required }),
  };
}

function property(draft: AttributeDraft, place: number): PropertySchema {
  const { title, title_en, type, stored } = draft;
  const isKept = stored !== undefined && (type === 'other' || typeOf(stored) === type);
  const { 'x-translations': translations, ...base } = stored ?? {};
  const { en, ...others } = translations ?? {};
  const { title: _old, ...rest } = en ?? {};
  const english = title_en?.trim() ? { ...rest, title: title_en.trim() } : rest;
  const spoken = { ...others, ...(Object.keys(english).length > 0 && { en: english }) };
  return {
    ...(isKept ? base : {}),
    ...(type === 'other' ? {} : shape(draft, isKept)),
    title: title.trim(),
    ...(Object.keys(spoken).length > 0 && { 'x-translations': spoken }),
    'x-order': place,
  };
}

function shape({ type, choices = [] }: AttributeDraft, isKept: boolean): PropertySchema {
  if (type === 'choice') return isKept ? { enum: choices } : { type: 'string', enum: choices };
  if (type === 'tags')
    return { type: 'array', items: { type: 'string', ...(choices.length > 0 && { enum: choices }) } };
  return isKept ? {} : (fieldSchema({ type: type as AttributeType }) as PropertySchema);
}
