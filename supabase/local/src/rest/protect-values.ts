/**
 * lite reads `eq.true`, `eq.false` and `eq.null` as JavaScript values and keeps the quotes of `ilike."…"` inside logic
 * trees, so that texts are compared wrongly. Such values travel through it in an envelope that it takes for plain text
 * and that is opened where they are bound.
 */
const OPEN = '\uE001';
const CLOSE = '\uE002';
const ENVELOPE = new RegExp(`${OPEN}([\\w-]*)${CLOSE}`, 'g');
const COMPARISON = '(?:eq|neq|gt|gte|lt|lte|isdistinct)';
const WORD = '(?:true|false|null)';

const seal = (value: string): string => `${OPEN}${Buffer.from(value).toString('base64url')}${CLOSE}`;

/** Text of a filter: bound as it is written, whatever the type of the column. */
export class FilterText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** Opens the envelope of one bound value; other values are returned as they are. */
export function openValue(value: unknown): unknown {
  if (typeof value === 'string' && value.includes(OPEN)) {
    return new FilterText(
      value.replace(ENVELOPE, (_, text: string) => Buffer.from(text, 'base64url').toString('utf8')),
    );
  }
  return Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? String(openValue(item)) : item))
    : value;
}

const NOT_FILTERS = new Set(['select', 'columns', 'order', 'limit', 'offset', 'on_conflict', 'apikey']);
const PLAIN_WORD = new RegExp(`^((?:not\\.)?${COMPARISON}\\.)(${WORD})$`);
const PLAIN_LIST = /^((?:not\.)?in\.\()([\s\S]*)\)$/;
/** `meta->key`: compared as JSON, so the text is JSON already. */
const JSON_PATH = /->(?!>)[^>]*$/;
const PLAIN_VALUE = new RegExp(`^((?:not\\.)?${COMPARISON}\\.)([\\s\\S]*)$`);
const TREE_WORD = new RegExp(`(\\.${COMPARISON}\\.)(${WORD})(?=[,)])`, 'g');
const TREE_LIST = /(\.in\.\()([^()]*)\)/g;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** Seals the values of a URL's filters that lite would misread. */
export function protectValues(url: URL): URL {
  const rewritten = new URL(url);
  rewritten.search = '';
  for (const [name, value] of url.searchParams)
    rewritten.searchParams.append(name, protectedParameter(name, value));
  return rewritten;
}

function protectedParameter(name: string, value: string): string {
  if (NOT_FILTERS.has(name.slice(name.lastIndexOf('.') + 1))) return value;
  if (/(^|\.)(not\.)?(or|and)$/.test(name)) return protectedTree(value);
  const json = JSON_PATH.test(name) && PLAIN_VALUE.exec(value);
  if (json) return `${json[1]}${seal(json[2] ?? '')}`;
  return value
    .replace(PLAIN_WORD, (_, operator: string, word: string) => operator + seal(word))
    .replace(PLAIN_LIST, (_, operator: string, list: string) => `${operator}${protectedList(list)})`);
}

function protectedTree(tree: string): string {
  const quoted: string[] = [];
  const hole = (index: number): string => `\uE003${index}\uE004`;
  const bare = tree.replace(QUOTED, (text) => hole(quoted.push(text) - 1));
  return bare
    .replace(TREE_WORD, (_, operator: string, word: string) => operator + seal(word))
    .replace(TREE_LIST, (_, operator: string, list: string) => `${operator}${protectedList(list)})`)
    .replace(/(\.i?like\.)\uE003(\d+)\uE004/g, (_, operator: string, index: string) => {
      const text = (quoted[Number(index)] ?? '').slice(1, -1).replace(/\\(.)/g, '$1');
      return operator + seal(text.replaceAll('*', '%'));
    })
    .replace(/\uE003(\d+)\uE004/g, (_, index: string) => quoted[Number(index)] ?? '');
}

const protectedList = (list: string): string =>
  list.replace(
    new RegExp(`(^|,)(${WORD})(?=,|$)`, 'g'),
    (_, comma: string, word: string) => comma + seal(word),
  );
