import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const supabaseDir = join(root, 'supabase');
export const schemasDir = join(supabaseDir, 'schemas');
export const migrationsDir = join(supabaseDir, 'migrations');
export const typesFile = join(root, 'packages/database/src/database.types.ts');

/** Where a run of the given profile writes everything. */
export function profileDir(profile: string): string {
  return join(root, '.linli', profile);
}
