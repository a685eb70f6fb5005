import { existsSync } from 'node:fs';
import { join } from 'node:path';

const BIN = '/usr/lib/postgresql/15/bin';

/** Path of one PostgreSQL 15 program; throws `platform.no_postgresql` when it is not installed. */
export function postgresProgram(name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  const path = join(BIN, name);
  if (!existsSync(path)) {
    throw new Error(`platform.no_postgresql: ${path} is missing; install postgresql-15`);
  }
  return path;
}
