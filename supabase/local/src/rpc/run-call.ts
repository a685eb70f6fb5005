import { asCaller, type CallerTransaction } from '../rest/as-caller.ts';
import type { CallRow, CallSql } from './call-sql.ts';

/** Names prepared statements: equal texts share one, per connection. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known) return known;
    if (this.#names.size >= 500) return undefined;
    const name = `rpc_${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}

/** Runs one call in one transaction as the caller's role. Database errors are thrown as they are. */
export async function runCall(
  transaction: CallerTransaction,
  sql: CallSql,
  statements: StatementNames,
): Promise<CallRow> {
  const result = await asCaller(transaction, (client) =>
    client.query<CallRow>({ name: statements.of(sql.text), ...sql }),
  );
  const row = result.rows[0];
  if (!row) throw new Error('platform.rpc_without_row');
  return row;
}
