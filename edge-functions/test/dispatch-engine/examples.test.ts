import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { decide, type Plan, type Problem } from '../../_shared/dispatch/engine/index.ts';
import { checkPlan } from './check-plan.ts';

const folder = new URL('../../../docs/dispatch-examples/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

for (const file of readdirSync(folder).filter((name) => name.endsWith('.problem.json'))) {
  const name = file.replace('.problem.json', '');
  test(`example ${name}: the plan in docs is what the engine answers`, () => {
    const problem = read(file) as Problem;
    const plan = JSON.parse(JSON.stringify(decide(problem))) as Plan;
    checkPlan(problem, plan);
    assert.deepEqual(plan, read(`${name}.plan.json`));
  });
}
