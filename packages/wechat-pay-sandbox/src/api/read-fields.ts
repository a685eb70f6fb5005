import { paramError } from '../protocol/api-error.ts';

export type JsonObject = Record<string, unknown>;

/** Parses a JSON object; anything else is PARAM_ERROR. */
export function readObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw paramError('请求体不是合法的JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw paramError('请求体必须是JSON对象');
  return value as JsonObject;
}

/** A required string of `min`–`max` characters, optionally of a pattern; otherwise PARAM_ERROR naming the field. */
export function readString(
  object: JsonObject,
  field: string,
  max: number,
  min = 1,
  pattern?: RegExp,
): string {
  const value = object[field];
  if (
    typeof value !== 'string' ||
    value.length < min ||
    value.length > max ||
    (pattern && !pattern.test(value))
  )
    throw paramError(`参数错误: ${field}`);
  return value;
}

/** Like readString, null where the field is absent. */
export function readOptionalString(object: JsonObject, field: string, max: number): string | null {
  return object[field] === undefined || object[field] === null ? null : readString(object, field, max);
}

/** A required integer of at least `min`. */
export function readInteger(object: JsonObject, field: string, min: number): number {
  const value = object[field];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min)
    throw paramError(`参数错误: ${field}`);
  return value;
}

/** A required object. */
export function readNested(object: JsonObject, field: string): JsonObject {
  const value = object[field];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw paramError(`参数错误: ${field}`);
  return value as JsonObject;
}

/** A required absolute http(s) address without a query, as notify_url has to be. */
export function readNotifyUrl(object: JsonObject): string {
  const value = readString(object, 'notify_url', 256);
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search) throw paramError('notify_url格式错误');
  return value;
}
