import type { SchemaRelationships } from './find-relationships.ts';
import type { ApiFailure } from './sql-error.ts';

const JOIN_KINDS = new Set(['inner', 'left']);
const EMBED = /^(\s*(?:\.\.\.)?(?:[^:!()]+:(?!:))?)([^:!()]+)((?:![^!()]+)*)\(([\s\S]*)\)(\s*)$/;

/** Thrown inside `nameRelationships`: what PostgREST answers when two tables do not hang together. */
export class NoRelationship extends Error {
  readonly failure: ApiFailure;

  constructor(source: string, target: string, schema: string) {
    const message = `Could not find a relationship between '${source}' and '${target}' in the schema cache`;
    super(message);
    const details = `Searched for a foreign key relationship between '${source}' and '${target}' in the schema '${schema}', but no matches were found.`;
    this.failure = { status: 400, body: { code: 'PGRST200', message, details, hint: null } };
  }
}

/**
 * lite takes every table with two foreign keys for a junction, PostgREST only those whose primary key holds both; so
 * `posts?select=*,users(*)` is ambiguous to lite once comments belong to a post and a user. Names the one relationship
 * that PostgREST would choose (`users!posts_author_id_fkey(*)`) in every embed of `select` that names none.
 * Throws `NoRelationship` where only such a table lies between.
 */
export function nameRelationships(
  select: string,
  table: string,
  schema: string,
  relationships: SchemaRelationships,
): string {
  return splitList(select)
    .map((item) => {
      const match = EMBED.exec(item);
      if (!match) return item;
      const [, before = '', name = '', hints = '', inner = '', after = ''] = match;
      // A column or constraint as the target is a name already, and so is any hint.
      if (!relationships.isTable(name)) return item;
      const isNamed = hints.split('!').some((hint) => hint !== '' && !JOIN_KINDS.has(hint));
      const relationship =
        isNamed || name === table || !relationships.isTable(table)
          ? ''
          : chooseRelationship(table, name, schema, relationships);
      return `${before}${name}${relationship}${hints}(${nameRelationships(inner, name, schema, relationships)})${after}`;
    })
    .join(',');
}

function chooseRelationship(
  source: string,
  target: string,
  schema: string,
  relationships: SchemaRelationships,
): string {
  const { direct, junctions, bystanders } = relationships.between(source, target);
  // Without bystanders lite and PostgREST see the same.
  if (bystanders.length === 0) return '';
  if (direct.length + junctions.length === 0) throw new NoRelationship(source, target, schema);
  const [only, another] = [...direct, ...junctions];
  return another === undefined ? `!${only}` : '';
}

/** Splits at the commas outside of parentheses and quotes. */
function splitList(list: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  for (let i = 0; i < list.length; i += 1) {
    const char = list[i];
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === ',' && depth === 0) {
      items.push(list.slice(from, i));
      from = i + 1;
    }
  }
  return [...items, list.slice(from)];
}
