import { basename, join } from 'node:path';
import type { Settings } from '../../edge-functions/_shared/dispatch/engine/index.ts';
import { openKitchen } from './day/kitchen.ts';
import type { Policy } from './day/policy.ts';
import { runDay } from './day/run-day.ts';
import { runLiveDay } from './day/run-live-day.ts';
import { writeSolution } from './day/write-solution.ts';
import { findInstances, readInstance } from './instance/read-instance.ts';
import { readOptions } from './options.ts';
import { openEnginePolicy } from './policies/engine.ts';
import { openLiveEnginePolicy } from './policies/live-engine.ts';
import { openPublishedPolicy } from './policies/published.ts';
import { measureDay } from './report/measure-day.ts';
import { quantile } from './report/quantile.ts';
import { summarise, tableHead, tableRow, type ReportedDay } from './report/table.ts';
import { replay } from './replay/replay.ts';

const options = readOptions(process.argv.slice(2));
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const openPolicy = (): Policy =>
  options.policy === 'published' ? openPublishedPolicy() : openEnginePolicy(options.seed, settings);
const lateKitchen = options.noise > 0;
const settings: Partial<Settings> = options.steps === null ? {} : { steps: options.steps };
const days: ReportedDay[] = [];
say(tableHead);
for (const folder of findInstances(options.instances)) {
  if (options.only.length > 0 && !options.only.includes(basename(folder))) continue;
  const instance = readInstance(folder);
  const kitchen = openKitchen(instance, options.noise, options.seed);
  const { solution, ticks } =
    options.rules === 'product'
      ? runLiveDay(instance, openLiveEnginePolicy(options.seed, settings), kitchen, lateKitchen)
      : runDay(instance, openPolicy(), kitchen, lateKitchen);
  const found = replay(instance, solution, { mixed: options.rules === 'product', lateKitchen });
  for (const one of found.violations) say(`  ${one.key} ${JSON.stringify(one)}`);
  if (options.out) writeSolution(join(options.out, instance.name), solution);
  days.push({
    ...measureDay(instance, found, solution.assignments.length),
    tick_p99_ms: quantile(ticks.wallMs, 0.99),
    tick_cpu_p99_ms: quantile(ticks.cpuMs, 0.99),
    cpu_s: ticks.cpuMs.reduce((sum, one) => sum + one, 0) / 1000,
  });
  say(tableRow(days.at(-1) as ReportedDay));
}
const summary = summarise(days);
say(tableRow(summary.mean));
if (options.json) say(JSON.stringify(summary));
process.exitCode = days.some((day) => day.violations > 0) ? 1 : 0;
