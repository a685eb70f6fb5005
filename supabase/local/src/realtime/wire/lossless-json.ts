interface SourceContext {
  source?: string;
}

type RawJson = (text: string) => unknown;
type SourceReviver = (key: string, value: unknown, context: SourceContext) => unknown;

const mayLosePrecision = /\d{16}/;

/**
 * Parses JSON so that stringifying it again gives the same numbers: integers beyond 2^53 stay as they were.
 * Throws SyntaxError on malformed text.
 */
export function parseLossless(text: string): unknown {
  if (!mayLosePrecision.test(text)) return JSON.parse(text);
  const rawJson = (JSON as unknown as { rawJSON: RawJson }).rawJSON;
  const reviver: SourceReviver = (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined && String(value) !== context.source
      ? rawJson(context.source)
      : value;
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
}
