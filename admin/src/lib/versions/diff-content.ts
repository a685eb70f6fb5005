export type Difference = { path: string[]; before: unknown; after: unknown };

/** Parts that are shown as one value, however they are built. */
const whole = new Set(['conditions', 'targets', 'windows']);

/** What differs between two contents, value by value; lists are compared place by place. */
export function diffContent(
  before: unknown,
  after: unknown,
  ignored: readonly string[] = [],
  path: string[] = [],
): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const left = parts(before);
  const right = parts(after);
  const isWhole = path.length > 0 && whole.has(path.at(-1) ?? '');
  if (isWhole || (left === undefined && right === undefined) || isMixed(before, after, left, right))
    return [{ path, before, after }];
  const keys = [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])];
  return keys
    .filter((key) => !ignored.includes(key))
    .flatMap((key) => diffContent(left?.[key], right?.[key], ignored, [...path, key]));
}

function parts(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** A scalar became a list or an object, or the other way round. */
function isMixed(
  before: unknown,
  after: unknown,
  left: Record<string, unknown> | undefined,
  right: Record<string, unknown> | undefined,
): boolean {
  if (left !== undefined && right !== undefined) return Array.isArray(before) !== Array.isArray(after);
  const other = left === undefined ? before : after;
  return other !== undefined && other !== null;
}
