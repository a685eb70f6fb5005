import { run as runTests } from './test.ts';

/** `npm run db:check`: the database suite alone. */
export async function run(): Promise<void> {
  await runTests(['database']);
}
