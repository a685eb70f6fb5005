import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Solution } from '../day/solution.ts';
import type { Instance } from '../instance/instance.ts';
import { replay, type ReplayRules } from './replay.ts';

/** Two restaurants and three customers on a line, 100 metres (one minute) apart; services take 4 minutes each. */
const instance: Instance = {
  name: 'line',
  couriers: new Map([['c1', { id: 'c1', x: 0, y: 0, onTime: 10, offTime: 60 }]]),
  restaurants: new Map([
    ['r1', { id: 'r1', x: 100, y: 0 }],
    ['r2', { id: 'r2', x: 500, y: 0 }],
  ]),
  orders: new Map([
    ['o1', { id: 'o1', x: 200, y: 0, restaurant: 'r1', placementTime: 5, readyTime: 15 }],
    ['o2', { id: 'o2', x: 300, y: 0, restaurant: 'r1', placementTime: 6, readyTime: 16 }],
    ['o3', { id: 'o3', x: 600, y: 0, restaurant: 'r2', placementTime: 20, readyTime: 30 }],
  ]),
  parameters: {
    metersPerMinute: 100,
    pickupService: 4,
    dropoffService: 4,
    target: 40,
    maximum: 90,
    payPerOrder: 10,
    payPerHour: 15,
  },
};

/** o1 and o2 together: at r1 by 14, food at 16, o1 at 18 + 1 + 2, o2 at 23 + 1 + 2; then o3: leaves 28, at r2 by 30. */
const honest = (): Solution => ({
  assignments: [
    { assignmentTime: 11, pickupTime: 16, courier: 'c1', orders: ['o1', 'o2'] },
    { assignmentTime: 25, pickupTime: 32, courier: 'c1', orders: ['o3'] },
  ],
  orders: [
    { order: 'o1', placementTime: 5, readyTime: 15, pickupTime: 16, dropoffTime: 21, courier: 'c1' },
    { order: 'o2', placementTime: 6, readyTime: 16, pickupTime: 16, dropoffTime: 26, courier: 'c1' },
    { order: 'o3', placementTime: 20, readyTime: 30, pickupTime: 32, dropoffTime: 37, courier: 'c1' },
  ],
  moves: [
    { courier: 'c1', departureTime: 11, origin: '0', destination: 'r1' },
    { courier: 'c1', departureTime: 18, origin: 'r1', destination: 'o1' },
    { courier: 'c1', departureTime: 23, origin: 'o1', destination: 'o2' },
    { courier: 'c1', departureTime: 28, origin: 'o2', destination: 'r2' },
    { courier: 'c1', departureTime: 34, origin: 'r2', destination: 'o3' },
  ],
});

const keys = (solution: Solution, rules?: ReplayRules): Set<string> =>
  new Set(replay(instance, solution, rules).violations.map((one) => one.key));

test('an honest plan passes and its times are found again', () => {
  const found = replay(instance, honest());
  assert.deepEqual(found.violations, []);
  assert.deepEqual(found.dropped, []);
  assert.equal(found.served.get('o3')?.dropoffTime, 37);
});

/** What is done to the honest plan, and the fault that must be found. */
const corruptions: [string, (plan: Solution) => void, string][] = [
  ['pickup service skipped', (plan) => (plan.moves[1]!.departureTime = 16), 'replay.left_too_early'],
  ['drop-off service skipped', (plan) => (plan.moves[2]!.departureTime = 21), 'replay.left_too_early'],
  [
    'drop-off claimed without its service',
    (plan) => (plan.orders[0]!.dropoffTime = 19),
    'replay.claim_differs',
  ],
  [
    'picked up before the food was ready',
    (plan) => (plan.assignments[1]!.pickupTime = 29),
    'replay.pickup_too_early',
  ],
  ['picked up before arriving', (plan) => (plan.assignments[1]!.pickupTime = 31), 'replay.pickup_too_early'],
  [
    'picked up after the shift',
    (plan) => {
      plan.moves[3]!.departureTime = 70;
      plan.assignments[1]!.pickupTime = 74;
    },
    'replay.pickup_after_shift',
  ],
  ['left before the shift', (plan) => (plan.moves[0]!.departureTime = 9), 'replay.left_before_shift'],
  [
    'doors in another sequence than assigned',
    (plan) => plan.assignments[0]!.orders.reverse(),
    'replay.wrong_sequence',
  ],
  [
    'next restaurant with orders undelivered',
    (plan) => plan.moves.splice(2, 2, { courier: 'c1', departureTime: 23, origin: 'o1', destination: 'r2' }),
    'replay.wrong_sequence',
  ],
  ['leaves from where the rider is not', (plan) => (plan.moves[3]!.origin = 'o1'), 'replay.teleport'],
  ['a move left out', (plan) => plan.moves.splice(3, 1), 'replay.teleport'],
  [
    'an order used before it was placed',
    (plan) => (plan.assignments[1]!.assignmentTime = 19),
    'replay.order_unseen',
  ],
  [
    'assigned after the rider had left',
    (plan) => (plan.assignments[1]!.assignmentTime = 29),
    'replay.changed_after_departure',
  ],
  [
    'two restaurants in one assignment',
    (plan) => plan.assignments[0]!.orders.push('o3'),
    'replay.mixed_restaurants',
  ],
  ['an assignment nobody carries out', (plan) => plan.moves.splice(3), 'replay.move_missing'],
  ['a restaurant without an assignment', (plan) => plan.assignments.splice(1), 'replay.move_unexplained'],
  ['picked up and kept', (plan) => plan.moves.splice(4), 'replay.never_delivered'],
  ['an order that does not exist', (plan) => (plan.assignments[1]!.orders = ['o9']), 'replay.unknown_order'],
  ['a rider who does not exist', (plan) => (plan.moves[0]!.courier = 'c9'), 'replay.unknown_courier'],
  ['a place that does not exist', (plan) => (plan.moves[4]!.destination = 'o9'), 'replay.unknown_place'],
  ['an order delivered twice', (plan) => plan.assignments[1]!.orders.push('o1'), 'replay.order_twice'],
  ['an order claimed and not delivered', (plan) => plan.moves.splice(4), 'replay.claim_unfounded'],
  ['an order delivered and not claimed', (plan) => plan.orders.splice(1, 1), 'replay.claim_missing'],
  ['a placement of its own', (plan) => (plan.orders[2]!.placementTime = 22), 'replay.claim_differs'],
  ['a ready time of its own', (plan) => (plan.orders[2]!.readyTime = 32), 'replay.claim_differs'],
  ['another rider named', (plan) => (plan.orders[0]!.courier = 'c2'), 'replay.claim_differs'],
  ['an assignment of nothing', (plan) => (plan.assignments[1]!.orders = []), 'replay.empty_assignment'],
  ['a time that is no number', (plan) => (plan.moves[0]!.departureTime = NaN), 'replay.not_a_number'],
];

for (const [name, corrupt, key] of corruptions)
  test(`rejected: ${name}`, () => {
    const plan = honest();
    corrupt(plan);
    const found = keys(plan);
    assert.ok(found.has(key), `expected ${key}, found ${[...found].join(', ') || 'nothing'}`);
  });

test('an order left out is told as dropped when a rider was still there', () => {
  const plan = honest();
  plan.assignments.pop();
  plan.orders.pop();
  plan.moves.splice(3);
  const found = replay(instance, plan);
  assert.deepEqual(found.violations, []);
  assert.deepEqual(found.dropped, ['o3']);
});

test('mixed restaurants on one tour are legal under the product rules alone', () => {
  const plan: Solution = {
    assignments: [
      { assignmentTime: 20, pickupTime: 23, courier: 'c1', orders: ['o1'] },
      { assignmentTime: 20, pickupTime: 31, courier: 'c1', orders: ['o3'] },
    ],
    orders: [
      { order: 'o1', placementTime: 5, readyTime: 15, pickupTime: 23, dropoffTime: 43, courier: 'c1' },
      { order: 'o3', placementTime: 20, readyTime: 30, pickupTime: 31, dropoffTime: 36, courier: 'c1' },
    ],
    moves: [
      { courier: 'c1', departureTime: 20, origin: '0', destination: 'r1' },
      { courier: 'c1', departureTime: 25, origin: 'r1', destination: 'r2' },
      { courier: 'c1', departureTime: 33, origin: 'r2', destination: 'o3' },
      { courier: 'c1', departureTime: 38, origin: 'o3', destination: 'o1' },
    ],
  };
  // r1 at 21, service to 23 and 25; r2 at 29, counter 31; o3 at 34 + 2; left 38, four minutes to o1, 42 + 2.
  plan.orders[0]!.dropoffTime = 44;
  assert.deepEqual(keys(plan, { mixed: true }), new Set());
  assert.ok(keys(plan).has('replay.wrong_sequence'));
});

test('food that is late may be taken after the shift only where the rules say so', () => {
  const late = structuredClone(instance);
  late.orders.get('o3')!.readyTime = 65;
  const plan = honest();
  plan.assignments[1]!.pickupTime = 65;
  plan.orders[2] = { ...plan.orders[2]!, readyTime: 65, pickupTime: 65, dropoffTime: 70 };
  plan.moves[4]!.departureTime = 67;
  assert.deepEqual(replay(late, plan, { lateKitchen: true }).violations, []);
  assert.equal(replay(late, plan).violations[0]?.key, 'replay.pickup_after_shift');
});

test('a rider may be turned at a point of the road under the product rules alone, and not jump to it', () => {
  const plan = honest();
  plan.moves.splice(3, 1, { courier: 'c1', departureTime: 28, origin: 'o2', destination: '@400,0' });
  plan.moves.splice(4, 0, { courier: 'c1', departureTime: 29, origin: '@400,0', destination: 'r2' });
  assert.deepEqual(keys(plan, { mixed: true }), new Set());
  assert.ok(keys(plan).has('replay.unknown_place'));
  plan.moves[3]!.destination = '@480,0';
  plan.moves[4]!.origin = '@480,0';
  assert.ok(keys(plan, { mixed: true }).has('replay.left_too_early'));
});
