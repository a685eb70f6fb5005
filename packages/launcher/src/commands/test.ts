import { installN8n } from '../n8n/index.ts';
import { step } from '../print.ts';
import { databaseChecks } from '../suites/database-checks.ts';
import { nodeTests } from '../suites/node-tests.ts';
import { staticChecks } from '../suites/static-checks.ts';
import type { Suite } from '../suites/suite.ts';

const minute = 60_000;

const suites: Suite[] = [
  staticChecks,
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
    {
      concurrency: 2,
      timeoutMs: 10 * minute,
    },
  ),
  databaseChecks,
  nodeTests('concurrency', ['packages/launcher/test/{concurrency,properties}/*.test.ts'], {
    concurrency: 1,
    timeoutMs: 10 * minute,
  }),
  nodeTests('platform', ['supabase/local/test/**/*.test.ts'], { concurrency: 1, timeoutMs: 15 * minute }),
  nodeTests('workflows', ['packages/launcher/test/n8n.test.ts'], { concurrency: 1, timeoutMs: 15 * minute }),
  nodeTests('story', ['e2e/*.test.ts'], { concurrency: 1, timeoutMs: 20 * minute }),
];

/** `npm test [-- SUITE …]`: all suites, or the named ones; ends with one line of counts. */
export async function run(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new Error(
      `no suite ${unknown.join(', ')}; there are ${suites.map((suite) => suite.name).join(', ')}`,
    );
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
  // The first installation takes minutes; the suites that need no n8n run meanwhile.
  const needsN8n = new Set(['workflows', 'story']);
  const installing = chosen.some(({ name }) => needsN8n.has(name)) ? installN8n(step) : Promise.resolve('');
  installing.catch(() => undefined);
  let [passed, failed, skipped] = [0, 0, 0];
  for (const suite of chosen) {
    if (needsN8n.has(suite.name)) await installing;
    step(`${suite.name} …`);
    const result = await suite
      .run()
      .catch((error: Error) => ({ passed: 0, failed: 1, skipped: 0, failures: [error.message] }));
    passed += result.passed;
    failed += result.failed;
    skipped += result.skipped;
    step(
      `${suite.name}: ${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} left out` : ''}`,
    );
    for (const failure of result.failures) process.stdout.write(`\n✗ ${suite.name} · ${failure}\n`);
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
  process.exit(failed === 0 ? 0 : 1);
}
