import type { Context } from 'hono';
import type { ApiFailure } from '../rest/sql-error.ts';
import type { Call } from './call-sql.ts';
import { chooseFunction } from './choose-function.ts';
import { catalogKey, type FunctionCatalog } from './function-catalog.ts';
import { negotiate } from './media-type.ts';
import { parseResultQuery } from './result-query.ts';

export interface ReadCall {
  call: Call;
  mediaType: string;
  single: boolean;
}

export type ReadResult = ReadCall | { failure: ApiFailure } | { beyond: true; body: string | null };

const RESERVED = new Set(['select', 'order', 'limit', 'offset', 'columns', 'apikey']);

/** Reads a request into a call. `beyond` marks a query that only the table engine understands. */
export async function readCall(
  c: Context,
  schema: string,
  name: string,
  catalog: FunctionCatalog,
): Promise<ReadResult> {
  const overloads = catalog.get(catalogKey(schema, name)) ?? [];
  const params = [...new URL(c.req.url).searchParams].filter(([key]) => key !== 'apikey');
  const isPost = c.req.method === 'POST';
  const body = isPost ? await readBody(c) : null;
  if (body && 'failure' in body) return body;

  const argumentNames = body
    ? body.names
    : [...new Set(params.map(([key]) => key))].filter(
        (key) => !RESERVED.has(key) && overloads.some((fn) => fn.args.some((arg) => arg.name === key)),
      );
  const choice = chooseFunction(overloads, schema, name, argumentNames);
  if ('failure' in choice) return choice;
  const { fn, rawBody } = choice;
  if (fn.variadic) return { beyond: true, body: body?.text ?? null };
  const media = negotiate(fn, c.req.header('accept'));
  if ('failure' in media) return media;

  const asked = body ? params : params.filter(([key]) => !argumentNames.includes(key));
  const query = parseResultQuery(asked);
  if (!query || (!fn.returnsSet && query.filters.length > 0))
    return { beyond: true, body: body?.text ?? null };
  const prefer = c.req.header('prefer') ?? '';
  const input: Call['input'] = rawBody
    ? { kind: 'raw', body: body?.text ?? '' }
    : body
      ? { kind: 'json', names: argumentNames, json: body.text }
      : { kind: 'text', values: params.filter(([key]) => argumentNames.includes(key)) };
  const call: Call = {
    fn,
    input,
    query,
    format: media.format,
    count: /\bcount=(exact|planned|estimated)/.test(prefer),
  };
  return { call, mediaType: media.mediaType, single: media.single };
}

interface Body {
  names: string[];
  text: string;
}

async function readBody(c: Context): Promise<Body | { failure: ApiFailure }> {
  const text = await c.req.text();
  const type = c.req.header('content-type') ?? 'application/json';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const fields = Object.fromEntries(new URLSearchParams(text));
    return { names: Object.keys(fields), text: JSON.stringify(fields) };
  }
  if (text.trim() === '') return { names: [], text: '{}' };
  if (!/json/.test(type)) return { names: ['\u0000'], text };
  try {
    const parsed = JSON.parse(text) as unknown;
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return { names: Object.keys(parsed), text };
    }
    return { names: ['\u0000'], text };
  } catch {
    return {
      failure: {
        status: 400,
        body: { code: 'PGRST102', message: 'Empty or invalid json', details: null, hint: null },
      },
    };
  }
}
