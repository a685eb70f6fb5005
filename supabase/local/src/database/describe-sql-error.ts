import { DatabaseError } from 'pg';

/**
 * One line for a person: `file:line: message (SQLSTATE)`, with detail, hint and PL/pgSQL context.
 * `startLine` is the line of the file at which `text`, the statement that was sent, begins.
 */
export function describeSqlError(error: unknown, file: string, text: string, startLine = 1): string {
  if (!(error instanceof DatabaseError)) return `${file}: ${(error as Error).message}`;
  const offset = Number(error.position ?? 1) - 1;
  const line = startLine + [...text].slice(0, offset).filter((character) => character === '\n').length;
  const extra = [error.detail, error.hint && `hint: ${error.hint}`, error.where && `in: ${error.where}`];
  return [`${file}:${line}: ${error.message} (${error.code ?? '?????'})`, ...extra.filter(Boolean)].join(
    ' | ',
  );
}
