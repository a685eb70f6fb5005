import type { JsonSchema } from './json-schema.ts';

export const fieldTypes = [
  'text',
  'long_text',
  'integer',
  'number',
  'boolean',
  'date',
  'datetime',
  'choice',
  'tags',
  'url',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** The JSON Schema of a custom field from what its form asks. */
export function fieldSchema(values: {
  type: FieldType;
  choices?: string[];
  minimum?: number | null;
  maximum?: number | null;
}): JsonSchema {
  const range = {
    ...(typeof values.minimum === 'number' && { minimum: values.minimum }),
    ...(typeof values.maximum === 'number' && { maximum: values.maximum }),
  };
  switch (values.type) {
    case 'integer':
    case 'number':
      return { type: values.type, ...range };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return { type: 'string', format: 'date-time' };
    case 'choice':
      return { type: 'string', enum: values.choices ?? [] };
    case 'tags':
      return { type: 'array', items: { type: 'string' }, maxItems: 20 };
    case 'url':
      return { type: 'string', format: 'uri' };
    case 'long_text':
      return { type: 'string', format: 'textarea', maxLength: 2000 };
    case 'text':
      return { type: 'string', maxLength: 200 };
  }
}
