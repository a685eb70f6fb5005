import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, type Problem } from '../../_shared/dispatch/engine/index.ts';

/** Two riders at the west store, nobody at the east one, 3 km away; 300 m a minute. */
const town = (change: Partial<Problem> = {}): Problem => ({
  at: 0,
  seed: 1,
  rules: 'mixed',
  places: [
    { x: 0, y: 0 },
    { x: 3000, y: 0 },
    { x: 20, y: 0 },
  ],
  travel: { kind: 'straight', metersPerMinute: 300 },
  riders: [0, 2].map((place, i) => ({
    id: `r${i}`,
    place,
    freeAt: 0,
    offAt: 14_400,
    capacity: 3,
    inHand: [],
  })),
  tasks: [],
  demand: [
    { place: 0, weight: 2 },
    { place: 1, weight: 1 },
  ],
  tasksPerHour: 20,
  ...change,
});

test('one of two idle riders is sent to where nobody is, the other stays', () =>
  assert.deepEqual(decide(town()).waiting, [{ rider: 'r1', place: 1, saves: 596 }]));

test('the only rider stays where most orders come from', () =>
  assert.deepEqual(decide(town({ riders: town().riders.slice(0, 1) })).waiting, []));

test('nobody rides for orders that do not come, nor under the rules of the benchmark', () => {
  assert.deepEqual(decide(town({ tasksPerHour: 0.1 })).waiting, []);
  assert.deepEqual(decide(town({ rules: 'single_store' })).waiting, []);
});

test('who has work, or soon goes home, is not advised', () => {
  const [first, second] = town().riders;
  const task = { store: 'west', pickupPlace: 0, dropoffPlace: 1, placedAt: 0, readyAt: 0, promisedAt: 3600 };
  const both = town({ tasks: [{ id: 'a', ...task }] });
  // Somebody is about to be at the other place anyway.
  assert.deepEqual(decide(both).waiting, []);
  assert.deepEqual(decide(town({ riders: [first!, { ...second!, offAt: 900 }] })).waiting, []);
});
