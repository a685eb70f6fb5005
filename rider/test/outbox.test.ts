import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPending } from '#lib/outbox/apply-pending.ts';
import { isWorthRetry, retryDelay } from '#lib/outbox/is-worth-retry.ts';
import type { OutboxStore } from '#lib/outbox/outbox-store.ts';
import { sendPending, type SendOutcome } from '#lib/outbox/send-pending.ts';
import type { TaskCommand, TaskCommandName } from '#lib/outbox/task-command.ts';
import { home, task } from './sample-home.ts';

const command = (deliveryId: string, name: TaskCommandName): TaskCommand => ({
  key: `${deliveryId}-${name}`,
  riderId: 'rider',
  deliveryId,
  name,
  clientAt: '2026-11-22T04:00:00Z',
});

function storeOf(commands: TaskCommand[]): OutboxStore & { left: () => string[] } {
  let kept = commands;
  return {
    list: async (riderId) => kept.filter((one) => one.riderId === riderId),
    add: async (one) => void kept.push(one),
    remove: async (key) => {
      kept = kept.filter((one) => one.key !== key);
    },
    left: () => kept.map((one) => one.key),
  };
}

const offline = { key: 'platform.offline', status: 0, detail: {} };
const refused = { key: 'delivery.order_not_ready', status: 409, detail: {} };

test('what waits is sent in the order in which it happened', async () => {
  const store = storeOf([command('a', 'arrive_at_store'), command('a', 'pick_up_delivery')]);
  const sent: string[] = [];
  const report = await sendPending(store, 'rider', async (one) => {
    sent.push(one.key);
    return { kind: 'done' };
  });
  assert.deepEqual(sent, ['a-arrive_at_store', 'a-pick_up_delivery']);
  assert.deepEqual(store.left(), []);
  assert.equal(report.stoppedBy, null);
});

test('without a network nothing is lost and nothing overtakes', async () => {
  const store = storeOf([
    command('a', 'arrive_at_store'),
    command('a', 'pick_up_delivery'),
    command('b', 'arrive_at_store'),
  ]);
  const outcomes: SendOutcome[] = [{ kind: 'done' }, { kind: 'later', error: offline }];
  const report = await sendPending(store, 'rider', async () => outcomes.shift() ?? { kind: 'done' });
  assert.deepEqual(report.stoppedBy, offline);
  assert.deepEqual(store.left(), ['a-pick_up_delivery', 'b-arrive_at_store']);
});

test('a refused command takes the later ones of its task with it, and only those', async () => {
  const store = storeOf([
    command('a', 'pick_up_delivery'),
    command('b', 'arrive_at_store'),
    command('a', 'arrive_at_customer'),
  ]);
  const report = await sendPending(store, 'rider', async (one) =>
    one.deliveryId === 'a' ? { kind: 'refused', error: refused } : { kind: 'done' },
  );
  assert.deepEqual(
    report.refused.map((one) => [one.command.key, one.error.key]),
    [['a-pick_up_delivery', 'delivery.order_not_ready']],
  );
  assert.deepEqual(
    report.done.map((one) => one.key),
    ['b-arrive_at_store'],
  );
  assert.deepEqual(store.left(), []);
});

test('a heard command is told before it leaves the store', async () => {
  const store = storeOf([command('a', 'arrive_at_store')]);
  const seen: string[][] = [];
  await sendPending(
    store,
    'rider',
    async () => ({ kind: 'done' }),
    () => seen.push(store.left()),
  );
  assert.deepEqual(seen, [['a-arrive_at_store']]);
});

test("another rider's commands stay where they are", async () => {
  const store = storeOf([{ ...command('a', 'arrive_at_store'), riderId: 'other' }]);
  const report = await sendPending(store, 'rider', async () => ({ kind: 'done' }));
  assert.deepEqual(report.done, []);
  assert.equal(store.left().length, 1);
});

test('the screen shows what waits as if it had been heard', () => {
  const shown = applyPending(home([task('a', 1, 2)]), [
    command('a', 'arrive_at_store'),
    command('a', 'pick_up_delivery'),
  ]);
  assert.equal(shown.deliveries[0]?.status, 'picked_up');
});

test('a delivered task leaves the list and counts as income', () => {
  const shown = applyPending(home([task('a', 1, 2, { status: 'arrived_at_customer' })]), [
    command('a', 'deliver_delivery'),
  ]);
  assert.deepEqual(shown.deliveries, []);
  assert.deepEqual(shown.today, { delivered_count: 3, earned_cents: 1600 });
});

test('a command that the platform knows already changes nothing', () => {
  const before = home([task('a', 1, 2, { status: 'picked_up' })]);
  assert.deepEqual(applyPending(before, [command('a', 'arrive_at_store')]), before);
});

test('only what was not judged is tried again', () => {
  const error = (status: number) => ({ key: 'platform.unknown', status, detail: {} });
  assert.deepEqual([0, 401, 429, 503].map(error).map(isWorthRetry), [true, true, true, true]);
  assert.deepEqual([400, 403, 404, 409, 422].map(error).map(isWorthRetry), [
    false,
    false,
    false,
    false,
    false,
  ]);
  assert.deepEqual([1, 2, 3, 9].map(retryDelay), [2000, 4000, 8000, 30000]);
});
