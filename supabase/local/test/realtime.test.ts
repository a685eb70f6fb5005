import { after } from 'node:test';
import { closeOpenClients } from './realtime/clients.ts';
import { database, target } from './realtime/target.ts';

/** One platform for all suites, one after the other; the one that restarts the database comes last. */
const suites = [
  'units',
  'wire',
  'broadcast',
  'private',
  'database',
  'replay',
  'token-join',
  'token',
  'presence',
  'limits',
  'changes',
  'changes-subscribe',
  'changes-filter',
  'changes-rls',
  'restart',
];

after(async () => {
  await closeOpenClients();
  await database.end().catch(() => undefined);
  await target.stop();
});
for (const suite of suites) await import(`./realtime/${suite}.ts`);
