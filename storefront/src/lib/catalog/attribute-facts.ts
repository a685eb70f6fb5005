export interface AttributeProperty {
  title?: string;
  'x-translations'?: Record<string, { title?: string } | undefined>;
  'x-order'?: number;
}

/** The part of a category's JSON Schema that names attributes. */
export interface AttributeSchema {
  properties?: Record<string, AttributeProperty>;
}

export interface AttributeFact {
  key: string;
  name: string;
  /** What is written; `true` and `false` are said by whoever shows them. */
  value: string | boolean;
}

/** A product's attributes as its category names and orders them; what the category does not name is not shown. */
export function attributeFacts(
  attributes: Readonly<Record<string, unknown>>,
  schema: AttributeSchema,
  locale: string,
): AttributeFact[] {
  return Object.entries(schema.properties ?? {})
    .sort(([, a], [, b]) => place(a) - place(b))
    .flatMap(([key, part]) => {
      const value = written(attributes[key], locale);
      if (value === '') return [];
      return [{ key, name: part['x-translations']?.[locale]?.title ?? part.title ?? key, value }];
    });
}

function place(part: AttributeProperty): number {
  return part['x-order'] ?? Number.MAX_SAFE_INTEGER;
}

function written(value: unknown, locale: string): string | boolean {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (Array.isArray(value)) return value.join(locale === 'zh-CN' ? '、' : ', ');
  return '';
}
