import { installN8n } from '../n8n/index.ts';
import { step } from '../print.ts';
import { databaseChecks } from '../suites/database-checks.ts';
import { nodeTests } from '../suites/node-tests.ts';
import { staticChecks } from '../suites/static-checks.ts';
import type { Suite, SuiteResult } from '../suites/suite.ts';

const minute = 60_000;

/** Suites of one stage run side by side: neither judges time, and each leaves a core to the other. */
const stages: Suite[][] = [
  [staticChecks, databaseChecks],
  [
    nodeTests(
      'unit',
      [
        'packages/{ui,map,messages,database,sms-sandbox,wechat-pay-sandbox,alipay-sandbox,stripe-sandbox}/test/**/*.test.ts',
        'packages/launcher/test/{doctor,remote-supabase}.test.ts',
        'seed/test/**/*.test.ts',
        'edge-functions/**/*.test.ts',
        'bench/**/*.test.ts',
        '{storefront,rider,admin}/{src,test}/**/*.test.ts',
      ],
      { concurrency: 2, timeoutMs: 10 * minute },
    ),
  ],
  [
    nodeTests('concurrency', ['packages/launcher/test/{concurrency,properties}/*.test.ts'], {
      concurrency: 1,
      timeoutMs: 10 * minute,
    }),
  ],
  [nodeTests('platform', ['supabase/local/test/**/*.test.ts'], { concurrency: 1, timeoutMs: 15 * minute })],
  [
    nodeTests('workflows', ['packages/launcher/test/n8n.test.ts'], {
      concurrency: 1,
      timeoutMs: 15 * minute,
    }),
  ],
  // Two worlds side by side: a person's screen waits more than it computes.
  [nodeTests('story', ['e2e/*.test.ts'], { concurrency: 2, timeoutMs: 20 * minute })],
];

/** `npm test [-- SUITE …]`: all suites, or the named ones; ends with one line of counts. */
export async function run(names: string[]): Promise<void> {
  const known = stages.flat().map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no suite ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const isChosen = ({ name }: Suite): boolean => names.length === 0 || names.includes(name);
  // The first installation takes minutes; the suites that need no n8n run meanwhile.
  const needsN8n = ({ name }: Suite): boolean => name === 'workflows' || name === 'story';
  const installing = stages.flat().some((suite) => isChosen(suite) && needsN8n(suite))
    ? installN8n(step)
    : Promise.resolve('');
  installing.catch(() => undefined);
  const results: SuiteResult[] = [];
  for (const stage of stages) {
    const chosen = stage.filter(isChosen);
    if (chosen.some(needsN8n)) await installing;
    results.push(...(await Promise.all(chosen.map(runAndTell))));
  }
  const total = (of: (result: SuiteResult) => number): number =>
    results.reduce((sum, one) => sum + of(one), 0);
  const [passed, failed, skipped] = [total((r) => r.passed), total((r) => r.failed), total((r) => r.skipped)];
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
  process.exit(failed === 0 ? 0 : 1);
}

async function runAndTell(suite: Suite): Promise<SuiteResult> {
  step(`${suite.name} …`);
  const result = await suite
    .run()
    .catch((error: Error) => ({ passed: 0, failed: 1, skipped: 0, failures: [error.message] }));
  step(
    `${suite.name}: ${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} left out` : ''}`,
  );
  for (const failure of result.failures) process.stdout.write(`\n✗ ${suite.name} · ${failure}\n`);
  return result;
}
