/** The part of JSON Schema that custom fields use; `private.json_schema_fault` holds values to it. */
export type JsonSchema = {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  enum?: string[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  items?: { type: string };
  maxItems?: number;
};
