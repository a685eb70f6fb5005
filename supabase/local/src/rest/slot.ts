import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import postgres from 'postgres';
import { learnArrayTypes } from './array-types.ts';
import { openValue } from './protect-values.ts';

export interface SlotOptions {
  url: string;
  postgres: postgres.Options<Record<string, postgres.PostgresType>>;
  queryTimeoutMs: number;
  /** Called when a statement failed because its connection did. */
  onLost?: () => void;
}

/** Any error with an SQLSTATE, as the Data API maps it. */
export function sqlError(code: string, message: string): Error & { code: string } {
  return Object.assign(new Error(message), { code });
}

/**
 * One database connection of the Data API's pool: a postgres.js client of its own, so that a lost connection can
 * be thrown away whole. It is `dead` after an error that leaves its state unknown.
 */
export class Slot implements DatabaseConnection {
  readonly #sql: postgres.Sql;
  readonly #timeoutMs: number;
  readonly #onLost: (() => void) | undefined;
  #learnt: Promise<void> | null = null;
  dead = false;

  constructor({ url, postgres: options, queryTimeoutMs, onLost }: SlotOptions) {
    this.#timeoutMs = queryTimeoutMs;
    this.#onLost = onLost;
    this.#sql = postgres(url, {
      ...options,
      max: 1,
      max_lifetime: null,
      idle_timeout: 0,
      connect_timeout: 2,
      backoff: () => 0.2,
      // As shipped, nobody waits for this question: it fails as an unhandled rejection when the server goes meanwhile.
      fetch_types: false,
    });
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const running = this.#run(query);
    running.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#lose();
        reject(sqlError('57014', 'canceling statement due to statement timeout'));
      }, this.#timeoutMs);
    });
    try {
      const rows = await Promise.race([running, deadline]);
      const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(rows.command);
      return { rows: Array.from(rows) as R[], numAffectedRows: changes ? BigInt(rows.count) : undefined };
    } catch (error) {
      throw this.#judge(error as Error & { code?: string });
    } finally {
      clearTimeout(timer);
    }
  }

  // eslint-disable-next-line require-yield -- the interface wants a generator
  async *streamQuery(): AsyncIterableIterator<never> {
    throw sqlError('0A000', 'streaming is not supported');
  }

  async #run(query: CompiledQuery): Promise<postgres.RowList<postgres.Row[]>> {
    await (this.#learnt ??= learnArrayTypes(this.#sql));
    return this.#sql.unsafe(query.sql, query.parameters.map(openValue) as never[], {
      prepare: query.sql.length < 4000,
    });
  }

  async close(): Promise<void> {
    await this.#sql.end({ timeout: 1 }).catch(() => undefined);
  }

  #lose(): void {
    this.dead = true;
    this.#onLost?.();
  }

  #judge(error: Error & { code?: string }): Error {
    const code = error.code ?? '';
    if (code === 'MAX_PARAMETERS_EXCEEDED') return sqlError('54000', error.message);
    if (/^[0-9A-Z]{5}$/.test(code)) {
      if (/^(57P0|08)/.test(code)) this.#lose();
      return error;
    }
    this.#lose();
    return sqlError('08006', `database connection lost: ${error.message}`);
  }
}
