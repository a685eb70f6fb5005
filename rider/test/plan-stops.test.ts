import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planStops } from '#lib/task/plan-stops.ts';
import { noon, task } from './sample-home.ts';

const from = [121, 31] as const;
const order = (tasks: Parameters<typeof planStops>[0], first: string | null = null) =>
  planStops(tasks, from, noon, { firstTaskId: first }).map((stop) => `${stop.taskId}:${stop.kind}`);

test('goods are fetched before they are brought', () => {
  assert.deepEqual(order([task('a', 10, 1)]), ['a:store', 'a:dropoff']);
  assert.deepEqual(order([task('a', 10, 1, { status: 'picked_up' })]), ['a:dropoff']);
});

test('two tasks of one street are fetched on one way and brought on one way', () => {
  assert.deepEqual(order([task('a', 2, 20), task('b', 3, 19)]), [
    'a:store',
    'b:store',
    'b:dropoff',
    'a:dropoff',
  ]);
});

test('a task that would be late goes first', () => {
  const late = task('late', 0, -12, { status: 'picked_up', due: 9 });
  const near = task('near', 0, 8, { status: 'picked_up', due: 60 });
  assert.deepEqual(order([near, { ...late, dropoff_expected_at: near.dropoff_expected_at }]), [
    'near:dropoff',
    'late:dropoff',
  ]);
  assert.deepEqual(order([near, late]), ['late:dropoff', 'near:dropoff']);
});

test('what the rider chose goes first', () => {
  const tasks = [task('a', 1, 2), task('b', 9, 10)];
  assert.equal(order(tasks)[0], 'a:store');
  assert.equal(order(tasks, 'b')[0], 'b:store');
});

test('where the rider stands goes first', () => {
  const tasks = [task('a', 1, 2), task('b', 9, 10, { status: 'arrived_at_store' })];
  assert.equal(order(tasks)[0], 'b:store');
});

test('the tour of dispatch is followed while it knows every stop and the rider wants nothing else', () => {
  const tasks = [task('a', 1, 2), task('b', 9, 10, { status: 'picked_up' })];
  const tour = ['+b', '+a', '-b', '-a'];
  const planned = (wishes: Parameters<typeof planStops>[3]) =>
    planStops(tasks, from, noon, wishes).map((stop) => `${stop.taskId}:${stop.kind}`);
  assert.deepEqual(planned({ tour }), ['a:store', 'b:dropoff', 'a:dropoff']);
  assert.deepEqual(planned({ tour: ['-b', '+a'] }), order(tasks));
  assert.equal(planned({ tour, firstTaskId: 'b' })[0], 'b:dropoff');
  const there = [task('a', 1, 2), task('b', 9, 10, { status: 'arrived_at_customer' })];
  assert.equal(planStops(there, from, noon, { tour })[0]?.taskId, 'b');
});

test('many tasks are planned too, each stop once and in its order', () => {
  const tasks = Array.from({ length: 9 }, (_, i) => task(`t${i}`, 9 - i, i));
  const stops = planStops(tasks, from, noon);
  assert.equal(stops.length, 18);
  for (const { id } of tasks) {
    const kinds = stops.filter((stop) => stop.taskId === id).map((stop) => stop.kind);
    assert.deepEqual(kinds, ['store', 'dropoff']);
  }
  assert.equal(planStops(tasks, from, noon, { firstTaskId: 't8' })[0]?.taskId, 't8');
});

test('arrival times count riding, waiting and handing over', () => {
  const [store, dropoff] = planStops([task('a', 1, 1, { ready: 10 })], from, noon);
  assert.ok(store && dropoff);
  assert.ok(store.arrivesAt > noon && store.arrivesAt < noon + 60_000);
  assert.equal(dropoff.arrivesAt, noon + 10 * 60_000 + 90_000);
});
