export interface Statement {
  /** The statement as written, without its semicolon. */
  text: string;
  /** Line of the file at which `text` begins, from 1. */
  line: number;
}

/**
 * Splits SQL at its top-level semicolons, as the Supabase CLI does for `schema_migrations.statements`. Knows quotes,
 * escape strings, dollar quotes, nested comments and `begin atomic … end` bodies.
 */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  let position = 0;
  let atomicDepth = 0;
  const push = (end: number): void => {
    const raw = sql.slice(start, end);
    const text = raw.trim();
    if (text !== '' && !isOnlyComments(text)) {
      const lead = raw.length - raw.trimStart().length;
      statements.push({ text, line: lineAt(sql, start + lead) });
    }
    start = end + 1;
  };
  while (position < sql.length) {
    const skipped = skipToken(sql, position);
    if (skipped > position) {
      position = skipped;
      continue;
    }
    const word = wordAt(sql, position);
    if (word) {
      const lower = word.toLowerCase();
      if (lower === 'begin' && /^begin\s+atomic\b/i.test(sql.slice(position))) atomicDepth++;
      else if (atomicDepth > 0 && lower === 'case') atomicDepth++;
      else if (atomicDepth > 0 && lower === 'end') atomicDepth--;
      position += word.length;
      continue;
    }
    if (sql[position] === ';' && atomicDepth === 0) push(position);
    position++;
  }
  push(sql.length);
  return statements;
}

const wordAt = (sql: string, position: number): string | null => {
  const pattern = /[\p{L}_][\p{L}\p{N}_$]*/uy;
  pattern.lastIndex = position;
  return pattern.exec(sql)?.[0] ?? null;
};

/** End of the quoted text or comment that begins at `position`; `position` itself when none does. */
function skipToken(sql: string, position: number): number {
  const two = sql.slice(position, position + 2);
  if (two === '--') {
    const end = sql.indexOf('\n', position);
    return end === -1 ? sql.length : end;
  }
  if (two === '/*') return skipComment(sql, position);
  if (/^[eE]'$/.test(two)) return skipQuoted(sql, position + 1, "'", true);
  if (sql[position] === "'") return skipQuoted(sql, position, "'", false);
  if (sql[position] === '"') return skipQuoted(sql, position, '"', false);
  if (sql[position] === '$') {
    const tag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
    tag.lastIndex = position;
    const opening = tag.exec(sql)?.[0];
    if (opening) {
      const end = sql.indexOf(opening, position + opening.length);
      return end === -1 ? sql.length : end + opening.length;
    }
  }
  return position;
}

function skipComment(sql: string, position: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = position;
  let depth = 0;
  for (let match = mark.exec(sql); match; match = mark.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return sql.length;
}

function skipQuoted(sql: string, position: number, quote: string, escapes: boolean): number {
  for (let at = position + 1; at < sql.length; at++) {
    if (escapes && sql[at] === '\\') at++;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return sql.length;
}

function isOnlyComments(text: string): boolean {
  let position = 0;
  while (position < text.length) {
    if (/\s/.test(text[position] ?? '')) {
      position++;
      continue;
    }
    const two = text.slice(position, position + 2);
    if (two !== '--' && two !== '/*') return false;
    position = skipToken(text, position);
  }
  return true;
}

const lineAt = (sql: string, position: number): number => sql.slice(0, position).split('\n').length;
