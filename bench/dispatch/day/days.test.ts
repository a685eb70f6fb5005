import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readInstance } from '../instance/read-instance.ts';
import { openEnginePolicy } from '../policies/engine.ts';
import { openLiveEnginePolicy } from '../policies/live-engine.ts';
import { openPublishedPolicy } from '../policies/published.ts';
import { measureDay } from '../report/measure-day.ts';
import { replay } from '../replay/replay.ts';
import { openKitchen } from './kitchen.ts';
import { readSolution } from './read-solution.ts';
import { runDay } from './run-day.ts';
import { runLiveDay } from './run-live-day.ts';
import type { Solution } from './solution.ts';
import { writeSolution } from './write-solution.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/mdrp/0o50t100s1p100', import.meta.url));
const skip = existsSync(folder) ? false : `skipped: the public days are not at ${folder}`;
const settings = { steps: 20 };

const day = (): ReturnType<typeof readInstance> => readInstance(folder);
const engineDay = (seed: number): Solution => {
  const instance = day();
  return runDay(instance, openEnginePolicy(seed, settings), openKitchen(instance, 0, 1), false).solution;
};

test('the published policy and the engine deliver a whole day that the replay accepts', { skip }, () => {
  const instance = day();
  for (const policy of [openPublishedPolicy(), openEnginePolicy(1, settings)]) {
    const { solution } = runDay(instance, policy, openKitchen(instance, 0, 1), false);
    const found = replay(instance, solution);
    assert.deepEqual(found.violations, []);
    assert.deepEqual(found.dropped, []);
    const figures = measureDay(instance, found, solution.assignments.length);
    assert.equal(figures.delivered, 252);
    assert.equal(Math.round(figures.floor * 100) / 100, 28.33);
    assert.ok(figures.excess > 0 && figures.excess < 5);
  }
});

test('the same seed repeats a day exactly', { skip }, () => assert.deepEqual(engineDay(3), engineDay(3)));

test('solution files read back are the solution', { skip }, () => {
  const out = mkdtempSync(join(tmpdir(), 'dispatch-'));
  try {
    const solution = engineDay(1);
    writeSolution(out, solution);
    assert.deepEqual(readSolution(out), solution);
  } finally {
    rmSync(out, { recursive: true });
  }
});

test('a day with uncertain kitchens and one under the product rules pass the replay', { skip }, () => {
  const instance = day();
  const noisy = runDay(instance, openEnginePolicy(1, settings), openKitchen(instance, 0.2, 1), true);
  assert.deepEqual(replay(instance, noisy.solution, { lateKitchen: true }).violations, []);
  const live = runLiveDay(instance, openLiveEnginePolicy(1, settings), openKitchen(instance, 0, 1), false);
  const found = replay(instance, live.solution, { mixed: true });
  assert.deepEqual(found.violations, []);
  assert.deepEqual(found.dropped, []);
});
