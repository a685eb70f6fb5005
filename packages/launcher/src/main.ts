import { failure } from './print.ts';

const commands: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  start: () => import('./commands/start.ts'),
  test: () => import('./commands/test.ts'),
  reset: () => import('./commands/reset.ts'),
  platform: () => import('./commands/platform.ts'),
  doctor: () => import('./commands/doctor.ts'),
  shots: () => import('./commands/shots.ts'),
  bench: () => import('./commands/bench.ts'),
  'town:import': () => import('./commands/town-import.ts'),
  'dispatch:replay': () => import('./commands/dispatch-replay.ts'),
  'db:types': () => import('./commands/db-types.ts'),
  'db:migration': () => import('./commands/db-migration.ts'),
  'db:test': () => import('./commands/db-test.ts'),
  'db:check': () => import('./commands/db-check.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = commands[name];
if (!load) {
  failure(`unknown command "${name}"; there are ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
try {
  await (await load()).run(args);
} catch (error) {
  failure(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
