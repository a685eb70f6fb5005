import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, ProblemError, type Problem } from '../../_shared/dispatch/engine/index.ts';

const sound = (): Problem => ({
  at: 0,
  seed: 1,
  rules: 'mixed',
  places: [
    { x: 0, y: 0 },
    { x: 300, y: 0 },
  ],
  travel: { kind: 'straight', metersPerMinute: 300 },
  riders: [{ id: 'r', place: 0, freeAt: 0, offAt: 3600, capacity: 2, inHand: ['t'] }],
  tasks: [{ id: 't', store: 's', pickupPlace: 0, dropoffPlace: 1, placedAt: 0, readyAt: 0, promisedAt: 900 }],
});

const faults: [string, (problem: Problem) => void, string][] = [
  ['a task twice', (one) => one.tasks.push(one.tasks[0]!), 'duplicate_id'],
  ['a rider twice', (one) => one.riders.push({ ...one.riders[0]!, inHand: [] }), 'duplicate_id'],
  ['a time that is no number', (one) => (one.tasks[0]!.readyAt = NaN), 'not_a_number'],
  ['a place that is not there', (one) => (one.riders[0]!.place = 9), 'unknown_place'],
  ['a task in hand that is not there', (one) => one.riders[0]!.inHand.push('u'), 'unknown_task'],
  ['one task in two hands', (one) => one.riders.push({ ...one.riders[0]!, id: 'q' }), 'held_twice'],
  ['a negative weight', (one) => (one.settings = { lateWeight: -1 }), 'bad_settings'],
  ['no candidates', (one) => (one.settings = { candidates: 0 }), 'bad_settings'],
  ['a table too small', (one) => (one.travel = { kind: 'table', table: [[0]] }), 'bad_travel'],
  ['no speed', (one) => (one.travel = { kind: 'straight', metersPerMinute: 0 }), 'bad_travel'],
];

test('a sound problem is accepted', () => {
  const plan = decide(sound());
  assert.deepEqual(
    plan.routes.map((route) => route.stops.map((stop) => [stop.kind, stop.task, stop.at])),
    [[['dropoff', 't', 180]]],
  );
});

for (const [name, corrupt, key] of faults)
  test(`refused: ${name}`, () => {
    const problem = sound();
    corrupt(problem);
    assert.throws(
      () => decide(problem),
      (error) => error instanceof ProblemError && error.key === `dispatch.problem.${key}`,
    );
  });
